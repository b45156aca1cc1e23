import { type Dialect, type Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { EmbeddedDriver } from './driver.ts'

/** Kysely over one SQLite file, and the driver below it. */
export function sqliteDialect(file: string): Dialect & { driver: EmbeddedDriver } {
  const driver = new EmbeddedDriver(file)
  return {
    driver,
    createAdapter: () => new EmbeddedAdapter(),
    createDriver: () => driver,
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
