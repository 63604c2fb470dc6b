import { describe, expect, it } from 'vitest'
import { knownTasks, knowTask } from './tasks'

describe('known tasks', () => {
  it('have names of their own, in lower case', () => {
    const names = knownTasks.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => name !== name.toLowerCase())).toEqual([])
  })

  it.each([
    // AgentTuning keeps reward 1, and Mind2Web from 2/3 on; InterCode's levels are Spider's; tau-bench's user keeps its orders secret
    ['dbbench', { rewardKind: 'success', rewardThreshold: 1, instruction: 'shown' }],
    ['mind2web', { rewardKind: 'step success', rewardThreshold: 2 / 3 }],
    ['kg', { rewardKind: 'F1' }],
    ['intercode-sql', { difficulties: ['easy', 'medium', 'hard', 'extra'] }],
    ['tau-airline', { instruction: 'secret' }],
    ['tau-retail', { instruction: 'secret' }],
    ['nobody foresaw it', { name: 'nobody foresaw it', title: 'nobody foresaw it', rewardThreshold: 1 }],
  ])('%s', (name, known) => {
    expect(knowTask(name)).toMatchObject(known)
  })
})
