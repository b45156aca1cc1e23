/** SQLite takes 32,766 values in a statement: longer lists are asked for piece by piece. */
const mostAtOnce = 5000

/** All that the work gives for the items, asked for in batches; nothing is asked for no items. */
export async function inBatches<T, R>(
  items: readonly T[],
  work: (batch: T[]) => Promise<R[]>,
  batchSize = mostAtOnce,
): Promise<R[]> {
  const found: R[] = []
  for (let from = 0; from < items.length; from += batchSize) {
    for (const one of await work(items.slice(from, from + batchSize))) found.push(one)
  }
  return found
}
