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
    createQueryCompiler: () => new PlanKeepingCompiler(),
  }
}

/** The driver queues its writers itself; without this Kysely would queue the readers behind them. */
class EmbeddedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }
}

/** SQLite plans a join anew whenever a value is bound that its planner may look at, which takes ten times as long as the answer; it does not look behind a plus (sqlite.org/queryplanner-ng.html, §3). */
class PlanKeepingCompiler extends SqliteQueryCompiler {
  override getCurrentParameterPlaceholder() {
    return '+?'
  }
}
