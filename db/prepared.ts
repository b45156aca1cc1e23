import type { Compilable, CompiledQuery } from 'kysely'
import { type Db, type Engine, engineOf } from './open.ts'

/** Stands in a query that is built once for what is given each time. */
class Given {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

const givens = new Proxy({}, { get: (_, name) => new Given(name as string) })

/** A query that is built once an engine, for what is asked at every request: to build one takes longer than the database does to answer. `build` uses what it is given as values alone. */
export function prepared<G extends object, R>(build: (db: Db, given: G) => Compilable<R>) {
  const built = new Map<Engine, CompiledQuery<R>>()
  return async (db: Db, given: G): Promise<R[]> => {
    const engine = engineOf(db)
    const query = built.get(engine) ?? build(db, givens as G).compile()
    built.set(engine, query)
    const parameters = query.parameters.map((one) => (one instanceof Given ? given[one.name as keyof G] : one))
    return (await db.executeQuery<R>({ ...query, parameters })).rows
  }
}
