import type { ClientBase } from 'pg'
import { type OpenCopy, openCopy } from '../copy'
import type { BackedUpTable } from './manifest'
import { Sum } from './table-stream'

/** Takes the rows of several tables, one table after the other, and hashes what it took. */
export class TableLoader {
  private readonly sums: Map<string, Sum>
  private current: { name: string; copy: OpenCopy } | null = null

  constructor(
    private readonly client: ClientBase,
    tables: readonly BackedUpTable[],
  ) {
    this.sums = new Map(tables.map(({ name }) => [name, new Sum(name)]))
  }

  async add({ name, columns }: BackedUpTable, content: Buffer): Promise<void> {
    if (this.current?.name !== name) {
      await this.current?.copy.end()
      this.current = { name, copy: openCopy(this.client, name, columns) }
    }
    this.sums.get(name)?.add(content)
    await this.current.copy.write(content)
  }

  /** The SHA-256 of what each table was given, tables without rows included. */
  async finish(): Promise<Map<string, string>> {
    await this.current?.copy.end()
    return new Map([...this.sums].map(([name, sum]) => [name, sum.result().sha256]))
  }
}
