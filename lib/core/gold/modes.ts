export const modes = ['exact', 'in-order', 'any-order', 'state-changing'] as const

/**
 * How strictly a trajectory is held to its gold. exact: the same calls in the same order and no others; in-order: all
 * gold calls in order, others allowed; any-order: all gold calls, others allowed; state-changing: the same successful
 * writes, whatever else was read, in any order.
 */
export type Mode = (typeof modes)[number]

/** Not exact: most rewarded runs do something beside the gold, and are right. */
export const defaultMode: Mode = 'in-order'
