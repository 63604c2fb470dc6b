import { z } from 'zod'
import { checked } from '@/lib/core/trajectory/formats/checked'
import { gameOf } from '@/lib/core/trajectory/formats/game-file'
import { problemOf } from '@/lib/core/trajectory/problems'
import type { Action, JsonObject } from '@/lib/core/trajectory/types'
import type { GoldFileKind } from './gold-file'

const plan = z.object({
  gamefile: z.string(),
  split: z.string().optional(),
  task_type: z.string().optional(),
  gold_high_level: z.array(z.array(z.string()).min(1)),
})
const game = z.object({ goal: z.string(), gamefile: z.string() })

const verbs: Readonly<Record<string, readonly [name: string, parts: readonly string[]]>> = {
  GotoLocation: ['go to', ['receptacle']],
  PickupObject: ['take', ['object']],
  PutObject: ['put', ['object', 'receptacle']],
  ToggleObject: ['use', ['object']],
  HeatObject: ['heat', ['object']],
  CoolObject: ['cool', ['object']],
  CleanObject: ['clean', ['object']],
  SliceObject: ['slice', ['object']],
}

/** Expert plans of ALFRED: high-level actions with classes of objects, found by the game file. */
export const alfredGold: GoldFileKind = {
  title: 'ALFRED expert plans (gamefile, gold_high_level)',
  recognise: (value) => plan.safeParse(value).success,
  read: (value) => {
    const { gamefile, gold_high_level: steps, task_type: kind } = checked(plan, value)
    const actions = steps.filter(([name]) => name !== 'NoOp').map(actionOf)
    return {
      keys: [{ task: 'alfworld', by: 'key', value: gameOf(gamefile) }],
      instruction: null,
      gold: [{ origin: 'expert plan', actions, answer: null }],
      difficulty: null,
      groupKey: null,
      clusterKey: kind ?? null,
    }
  },
}

/** A list of ALFWorld games by goal and room: it holds no gold, and says which game a run without a game file played. */
export const alfworldGames: GoldFileKind = {
  title: 'ALFWorld games (goal, gamefile)',
  recognise: (value) => game.safeParse(value).success,
  read: (value) => {
    const { goal, gamefile } = checked(game, value)
    const { key } = problemOf('alfworld', goal.replace(/___\d+$/, ''))
    return {
      keys: [
        { task: 'alfworld', by: 'key', value: key },
        { task: 'alfworld', by: 'key', value: gameOf(gamefile) },
      ],
      instruction: null,
      gold: [],
      difficulty: null,
      groupKey: null,
      clusterKey: null,
    }
  },
}

function actionOf(step: readonly string[]): Action {
  const [written = '', ...objects] = step
  const [name, parts] = verbs[written] ?? [written.toLowerCase(), []]
  const given: JsonObject = Object.fromEntries(objects.map((object, i) => [parts[i] ?? `argument${i + 1}`, object]))
  return { name, arguments: given, raw: [name, ...objects].join(' ') }
}
