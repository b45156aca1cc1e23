import type { Compilable, CompiledQuery, QueryResult } from 'kysely'
import { type Db, engineOf } from './open.ts'

/** Stands in a query that is built once for what is given each time, where this path leads in it. */
class Given {
  readonly path: readonly PropertyKey[]
  constructor(path: readonly PropertyKey[]) {
    this.path = path
  }

  in(given: unknown): unknown {
    return this.path.reduce((one, key) => (one as Record<PropertyKey, unknown>)[key], given)
  }
}

const isRecord = (one: unknown): one is object => typeof one === 'object' && one !== null && !ArrayBuffer.isView(one)

const placesIn = (one: object) => Object.keys(one).filter((key) => one[key as keyof object] !== undefined)

/** What must be the same for a query to be the same: how long lists are, which columns rows have, and which arguments are null. */
function shapeOf(one: unknown): string {
  if (Array.isArray(one)) return `${one.length}(${isRecord(one[0]) ? shapeOf(one[0]) : ''})`
  if (!isRecord(one)) return one === null ? 'null' : ''
  return placesIn(one)
    .map((key) => (Array.isArray(one[key as keyof object]) ? key + shapeOf(one[key as keyof object]) : key))
    .join()
}

function givensFor(one: unknown, path: readonly PropertyKey[]): unknown {
  if (Array.isArray(one)) return one.map((each, place) => givensFor(each, [...path, place]))
  if (!isRecord(one)) return one === null && path.length === 1 ? null : new Given(path)
  return Object.fromEntries(placesIn(one).map((key) => [key, givensFor(one[key as keyof object], [...path, key])]))
}

const mostBuilt = 60

/** A query that is built once an engine and shape, for what is asked at every request: to build one takes longer than the database does to answer. `build` is given scalars, rows of them or lists of them, and uses them as values alone. */
function built<A extends readonly unknown[], R>(build: (db: Db, ...given: A) => Compilable<R>) {
  const queries = new Map<string, CompiledQuery<R>>()
  return (db: Db, given: A): Promise<QueryResult<R>> => {
    const shape = `${engineOf(db)} ${given.map(shapeOf).join(' ')}`
    const query =
      queries.get(shape) ?? build(db, ...(given.map((one, place) => givensFor(one, [place])) as unknown as A)).compile()
    if (queries.size < mostBuilt) queries.set(shape, query)
    const parameters = query.parameters.map((one) => (one instanceof Given ? one.in(given) : one))
    return db.executeQuery<R>({ ...query, parameters })
  }
}

/** Answers the rows. */
export function prepared<A extends readonly unknown[], R>(build: (db: Db, ...given: A) => Compilable<R>) {
  const ask = built(build)
  return async (db: Db, ...given: A): Promise<R[]> => (await ask(db, given)).rows
}

/** Answers the first row; undefined where there is none. */
export function preparedFirst<A extends readonly unknown[], R>(build: (db: Db, ...given: A) => Compilable<R>) {
  const ask = built(build)
  return async (db: Db, ...given: A): Promise<R | undefined> => (await ask(db, given)).rows[0]
}

/** Answers how many rows were written. */
export function preparedWrite<A extends readonly unknown[]>(build: (db: Db, ...given: A) => Compilable) {
  const ask = built(build)
  return async (db: Db, ...given: A): Promise<number> => Number((await ask(db, given)).numAffectedRows ?? 0)
}
