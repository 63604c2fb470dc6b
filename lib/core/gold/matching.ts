/**
 * A maximum matching of a bipartite graph (Hopcroft and Karp 1973, SIAM J. Comput. 2:225-231): never fewer pairs than
 * any other choice, where pairing greedily may miss some.
 *
 * @param left        how many there are on the left
 * @param right       how many on the right
 * @param neighbours  for each on the left, those on the right it may be paired with
 * @returns for each on the left its partner on the right, or -1
 */
export function maximumMatching(
  left: number,
  right: number,
  neighbours: (left: number) => readonly number[],
): Int32Array {
  const graph: Graph = {
    neighbours,
    partner: new Int32Array(left).fill(-1),
    holder: new Int32Array(right).fill(-1),
    depth: new Int32Array(left),
  }
  while (layer(graph)) {
    const tried = new Int32Array(left)
    for (let start = 0; start < left; start += 1) if (graph.partner[start] === -1) augment(graph, start, tried)
  }
  return graph.partner
}

type Graph = {
  neighbours: (left: number) => readonly number[]
  partner: Int32Array
  holder: Int32Array
  depth: Int32Array
}

/** Breadth first from everyone without a partner; says whether anyone free on the right can be reached. */
function layer({ neighbours, partner, holder, depth }: Graph): boolean {
  const queue: number[] = []
  depth.fill(-1)
  partner.forEach((held, at) => {
    if (held === -1) {
      depth[at] = 0
      queue.push(at)
    }
  })
  let reachesFree = false
  for (const at of queue) {
    for (const other of neighbours(at)) {
      const next = holder[other] ?? -1
      if (next === -1) reachesFree = true
      else if (depth[next] === -1) {
        depth[next] = (depth[at] ?? 0) + 1
        queue.push(next)
      }
    }
  }
  return reachesFree
}

/** Depth first along the layers without recursion, since a path may be as long as the trajectory. */
function augment(graph: Graph, start: number, tried: Int32Array): void {
  const { neighbours, holder, depth } = graph
  const path = [start]
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const options = neighbours(at)
    const place = tried[at] ?? 0
    const other = options[place]
    if (other === undefined) {
      path.pop()
      const before = path.at(-1)
      if (before !== undefined) tried[before] = (tried[before] ?? 0) + 1
      continue
    }
    const next = holder[other] ?? -1
    if (next === -1) {
      flip(graph, path, tried)
      return
    }
    if (depth[next] === (depth[at] ?? 0) + 1) path.push(next)
    else tried[at] = place + 1
  }
}

function flip({ neighbours, partner, holder }: Graph, path: readonly number[], tried: Int32Array): void {
  for (const at of path) {
    const other = neighbours(at)[tried[at] ?? 0]
    if (other === undefined) continue
    partner[at] = other
    holder[other] = at
    tried[at] = (tried[at] ?? 0) + 1
  }
}
