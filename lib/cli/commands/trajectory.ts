import type { Command } from 'commander'
import { answer } from '@/lib/cli/answer'
import { Failure, Misuse } from '@/lib/cli/failure'
import { inStore } from '@/lib/cli/store'
import { writeValue } from '@/lib/core/search/edit'
import { parseQuery, type Query } from '@/lib/core/search/query'
import { parseCursor, parseSort } from '@/lib/core/trajectory/sort'
import { findOpening, findTrajectory, listGold, listSteps } from '@/lib/data/reading'
import { listTrajectories, type TrajectoryRow } from '@/lib/data/trajectories'

type ListOptions = { source?: string; task?: string; search?: string; sort?: string; limit: string; cursor?: string }

/** `trajectory`: what has been imported, as a list and one by one. */
export function register(program: Command): void {
  const trajectory = program.command('trajectory').description('imported trajectories: list them, show one')
  trajectory
    .command('list')
    .description('list trajectories; --search takes the query language of the search bar')
    .option('--source <source>', 'only those of a source: its file name or id')
    .option('--task <task>', 'only those of a task')
    .option('--search <query>', 'task:webshop reward:>=0.7 "non slip" -outcome:accepted')
    .option(
      '--sort <key>',
      'imported, task, source, instruction, model, method, reward, steps, gold, flags, outcome; a minus before it reverses',
      '-imported',
    )
    .option('--limit <n>', 'rows of the page, 1 to 500', '50')
    .option('--cursor <cursor>', 'the next page, as the last one named it')
    .action(list)
  trajectory.command('show <id>').description('show one trajectory with its steps and gold actions').action(show)
}

function queryOf({ source, task, search }: ListOptions): Query {
  const terms = [
    ...(search === undefined ? [] : [search]),
    ...(source === undefined ? [] : [`source:${writeValue(source)}`]),
    ...(task === undefined ? [] : [`task:${writeValue(task)}`]),
  ]
  const query = parseQuery(terms.join(' '))
  const [problem] = query.problems
  if (problem) throw new Misuse(`${query.text.slice(problem.start, problem.end)}: ${problem.message}`)
  return query
}

function limitOf(text: string): number {
  const limit = Number(text)
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new Misuse(`--limit takes a whole number from 1 to 500, got ${text}.`)
  return limit
}

function cursorOf(text: string | undefined) {
  const cursor = parseCursor(text)
  if (text !== undefined && cursor === null) throw new Misuse('--cursor is not one that a list has named.')
  return cursor
}

const line = (row: TrajectoryRow) =>
  [
    row.id,
    row.task.padEnd(14),
    (row.model ?? '–').padEnd(16),
    String(row.rewardFinal ?? '–').padEnd(5),
    `${row.stepCount} steps`.padEnd(10),
    row.goldMatch.padEnd(18),
    row.title,
  ].join('  ')

async function list(options: ListOptions, command: Command): Promise<void> {
  const query = queryOf(options)
  const [sort, cursor, limit] = [parseSort(options.sort), cursorOf(options.cursor), limitOf(options.limit)]
  await inStore(async () => {
    const { rows, total, next, from } = await listTrajectories(query, { sort, cursor, limit })
    const shown = rows.length === 0 ? 'No trajectory answers this.' : `${from}–${from + rows.length - 1} of ${total}`
    const more = next === null ? [] : [`--cursor ${next} shows what follows.`]
    answer(command, { trajectories: rows, total, next }, [...rows.map(line), shown, ...more].join('\n'))
  })
}

async function show(id: string, _: unknown, command: Command): Promise<void> {
  await inStore(async () => {
    const trajectory = await findTrajectory(id)
    const opening = trajectory && (await findOpening(trajectory.currentRevisionId))
    if (!trajectory || !opening) throw new Failure(`There is no trajectory ${id}. \`trajectory list\` names them.`)

    const whole = { from: 1, count: trajectory.stepCount, shown: 2 ** 31 - 1 }
    const steps = await listSteps(trajectory.currentRevisionId, whole)
    const [gold] = trajectory.instance ? await listGold(trajectory.instance.id, trajectory.currentRevisionId) : []
    const shape = {
      id: trajectory.id,
      externalId: trajectory.externalId,
      source: trajectory.source.name,
      task: trajectory.task.name,
      instance: trajectory.instance?.key ?? null,
      difficulty: trajectory.instance?.difficulty ?? null,
      instruction: opening.instruction,
      method: trajectory.method,
      model: trajectory.model,
      rewardFinal: trajectory.rewardFinal,
      rewardMax: trajectory.rewardMax,
      rewardOrigin: trajectory.rewardOrigin,
      stopReason: trajectory.stopReason,
      outcome: trajectory.outcome,
      steps: steps.map(({ index, rationale, actionName, actionArguments, actionRaw, observation, loss }) => ({
        index,
        rationale,
        action:
          actionName === null ? null : { name: actionName, arguments: actionArguments ?? {}, raw: actionRaw ?? '' },
        observation,
        loss,
      })),
      gold: gold ? { actions: gold.actions, answer: gold.answer } : null,
    }
    answer(command, shape, JSON.stringify(shape, null, 2))
  })
}
