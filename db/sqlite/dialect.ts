import { type Dialect, type Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { EmbeddedDriver } from './driver.ts'

/** Kysely over one SQLite file. */
export function sqliteDialect(file: string): Dialect {
  return {
    createAdapter: () => new EmbeddedAdapter(),
    createDriver: () => new EmbeddedDriver(file),
    createIntrospector: (db: Kysely<unknown>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** The driver queues its writers itself; without this Kysely would queue the readers behind them. */
class EmbeddedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }
}
