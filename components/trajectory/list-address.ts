import type { Route } from 'next'
import { type Sort, type SortKey, sortKeys, writeSort } from '@/lib/core/trajectory/sort'

/** The state of the list, all of it in its address. `at` is a cursor. */
export type ListState = { q: string; sort: Sort; at: string | null }

const isDefault = (sort: Sort) => sort.key === 'imported' && sort.descending

/** What of the state stands in an address; defaults are left out, so that equal lists have equal addresses. */
export function listQuery({ q, sort, at }: ListState): Record<string, string> {
  return {
    ...(q === '' ? {} : { q }),
    ...(isDefault(sort) ? {} : { sort: writeSort(sort) }),
    ...(at === null ? {} : { at }),
  }
}

export function listHref(state: ListState): Route {
  const query = new URLSearchParams(listQuery(state)).toString()
  return `/trajectories${query === '' ? '' : `?${query}`}` as Route
}

export type SortLink = { href: Route; current: 'ascending' | 'descending' | null }

/** Where each header leads: the way its values are looked for first, or the other way when it is the current one. */
export function sortLinks(state: ListState): Record<SortKey, SortLink> {
  const link = (key: SortKey): SortLink => {
    const current = state.sort.key === key
    const descending = current ? !state.sort.descending : sortKeys[key] === 'desc'
    return {
      href: listHref({ ...state, sort: { key, descending }, at: null }),
      current: current ? (state.sort.descending ? 'descending' : 'ascending') : null,
    }
  }
  return {
    imported: link('imported'),
    task: link('task'),
    source: link('source'),
    instruction: link('instruction'),
    model: link('model'),
    method: link('method'),
    reward: link('reward'),
    steps: link('steps'),
    gold: link('gold'),
    flags: link('flags'),
    outcome: link('outcome'),
  }
}
