// Prints the SQL that leads from one schema to another, without the engine that Prisma's own CLI would download:
//   node prisma/draft-migration.mjs [OLD.prisma] > prisma/migrations/<time>_<name>/migration.sql
// Without OLD.prisma it starts from nothing. Read what it prints: it renames nothing and keeps no data.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as engine from '../node_modules/@prisma/schema-engine-wasm/schema_engine_bg.js'

const wasm = new URL('../node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm', import.meta.url)
const { instance } = await WebAssembly.instantiate(await readFile(wasm), { './schema_engine_bg.js': engine })
engine.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start?.()

const datamodel = async (path) => ({ tag: 'schemaDatamodel', files: [{ path, content: await readFile(path, 'utf8') }] })
const current = await datamodel(fileURLToPath(new URL('schema.prisma', import.meta.url)))
const old = process.argv[2] ? await datamodel(process.argv[2]) : { tag: 'empty' }

const adapter = bindMigrationAwareSqlAdapterFactory(
  new PrismaPg({ connectionString: process.env.DATABASE_URL, idleTimeoutMillis: 100 }),
)
const schemas = current.files.map(({ path, content }) => [path, content])
const prisma = await engine.SchemaEngine.new({ datamodels: schemas }, () => {}, adapter)
const { stdout } = await prisma.diff({
  from: old,
  to: current,
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
})
process.stdout.write(stdout ?? '')
