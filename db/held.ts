import type { SelectQueryBuilder } from 'kysely'
import { type Db, engineOf } from './open.ts'

/** For `$call`: keeps others from changing the rows until the transaction ends, though not from referring to them. SQLite lets one write at a time and needs no lock. */
export function held(tx: Db) {
  return <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
    engineOf(tx) === 'postgres' ? query.forNoKeyUpdate() : query
}

/** For `$call`: as `held`, but many may keep the same rows at once; whoever changes them waits for all of these. */
export function keptFor(tx: Db) {
  return <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
    engineOf(tx) === 'postgres' ? query.forShare() : query
}
