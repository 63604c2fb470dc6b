import { adp } from './adp'
import { agentBank } from './agentbank'
import { agentBenchRuns } from './agentbench-runs'
import { agentGym } from './agentgym'
import { agentInstruct } from './agentinstruct'
import { alpaca } from './alpaca'
import { assay } from './assay'
import { claudeCode } from './claude-code'
import { codex } from './codex'
import { eto } from './eto'
import { fireAct } from './fireact'
import type { Format } from './format'
import { inspect } from './inspect'
import { intercode } from './intercode'
import { intercodeHuman } from './intercode-human'
import { openAi } from './openai'
import { reactCommands } from './react-commands'
import { reactLog } from './react-log'
import { shareGpt } from './sharegpt'
import { sweAgent } from './swe-agent'
import { sweRows } from './swe-rows'
import { tauBench } from './tau-bench'
import { tauExamples } from './tau-examples'
import { webArena } from './webarena'
import { webShopSession } from './webshop-session'

/** Every format that can be imported. Detection tries them all; the order decides nothing. */
export const formats: readonly Format[] = [
  assay,
  agentInstruct,
  agentBank,
  eto,
  agentGym,
  shareGpt,
  openAi,
  intercode,
  intercodeHuman,
  tauBench,
  tauExamples,
  agentBenchRuns,
  fireAct,
  reactLog,
  reactCommands,
  sweAgent,
  sweRows,
  adp,
  webArena,
  webShopSession,
  inspect,
  claudeCode,
  codex,
  alpaca,
]

/** The format of that name, or null. */
export function findFormat(name: string): Format | null {
  return formats.find((format) => format.name === name) ?? null
}
