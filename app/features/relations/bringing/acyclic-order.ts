/** An order of nodes in which every edge leads onwards, kept as edges come (Pearce and Kelly, 2006): an edge that has no place in one would close a circle. */
export class AcyclicOrder {
  readonly #place = new Map<string, number>()
  readonly #onward = new Map<string, string[]>()
  readonly #back = new Map<string, string[]>()
  readonly #edges = new Set<string>()
  #first = 0
  #last = 0

  has(from: string, to: string): boolean {
    return this.#edges.has(`${from}→${to}`)
  }

  /** Says whether the edge has a place; one that has none is left out. */
  add(from: string, to: string): boolean {
    if (from === to) return false
    if (this.has(from, to)) return true
    if (!this.#place.has(to)) this.#place.set(to, ++this.#last)
    if (!this.#place.has(from)) this.#place.set(from, --this.#first)
    const [start, end] = [this.#placeOf(to), this.#placeOf(from)]
    if (start < end && !this.#makeRoom(from, to, start, end)) return false
    this.#edges.add(`${from}→${to}`)
    listed(this.#onward, from).push(to)
    listed(this.#back, to).push(from)
    return true
  }

  #placeOf(node: string): number {
    return this.#place.get(node) as number
  }

  #makeRoom(from: string, to: string, start: number, end: number): boolean {
    const after = reached(to, this.#onward, (node) => this.#placeOf(node) <= end)
    if (after.has(from)) return false
    const before = reached(from, this.#back, (node) => this.#placeOf(node) >= start)
    const byPlace = (one: string, other: string) => this.#placeOf(one) - this.#placeOf(other)
    const inOrder = [...[...before].sort(byPlace), ...[...after].sort(byPlace)]
    const places = inOrder.map((node) => this.#placeOf(node)).sort((a, b) => a - b)
    inOrder.forEach((node, n) => {
      this.#place.set(node, places[n] as number)
    })
    return true
  }
}

function listed(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}

function reached(from: string, ways: Map<string, string[]>, isNear: (node: string) => boolean): Set<string> {
  const found = new Set([from])
  for (const node of found) for (const next of ways.get(node) ?? []) if (isNear(next)) found.add(next)
  return found
}
