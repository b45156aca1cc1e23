import type { InsertResult } from 'kysely'

/** Whether an insert that gives way to what is there already put a row in. */
export function isInserted(result: InsertResult): boolean {
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
