import type { Db } from '#db/open.ts'

/** The database, and how many queries were asked of it, which is seen by their answers: a prepared one is built but once. */
export function counting(db: Db): { db: Db; asked: () => number } {
  let asked = 0
  const counted = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      asked++
      return result
    },
  })
  return { db: counted, asked: () => asked }
}

/** How many queries the work asks of the database. */
export async function queriesOf(db: Db, work: (db: Db) => Promise<unknown>): Promise<number> {
  const counted = counting(db)
  await work(counted.db)
  return counted.asked()
}
