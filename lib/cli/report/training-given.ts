import { Misuse } from '@/lib/cli/failure'

/** Training data as it was given: a component of a mixture and its files and folders. */
export type Part = { component: string; paths: string[] }

type Given = { train: string[]; general: string[]; code: string[]; shard?: string; shards: string[] }

/** What was given to be read; nothing where shards have been read already, or are to be now. */
export function trainingOf({ train, general, code, shard, shards }: Given): Part[] {
  const parts = [
    { component: 'agent', paths: train },
    { component: 'general', paths: general },
    { component: 'code', paths: code },
  ].filter(({ paths }) => paths.length > 0)
  const ways = [parts.length > 0, shard !== undefined, shards.length > 0].filter(Boolean).length
  if (ways !== 1)
    throw new Misuse('Give training data: --train, --general or --code with files or folders, or --shards, or --shard.')
  return parts
}
