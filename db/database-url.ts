import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** Whether a DATABASE_URL can be read: `file:…` or `postgres://…`. What it names need not be there. */
export function isDatabaseUrl(url: string): boolean {
  try {
    if (url.startsWith('file://')) return fileURLToPath(url) !== ''
    return /^file:.+$/.test(url) || (/^postgres(ql)?:\/\/.+$/.test(url) && isForPostgres(url))
  } catch {
    return false
  }
}

/** As the driver reads it, which takes sockets and settings too. Nothing is connected to. */
function isForPostgres(connectionString: string): boolean {
  try {
    return Number.isInteger(new pg.Client({ connectionString }).port)
  } catch (error) {
    // A certificate that it names is not there: said when the database is opened, by the file's name.
    if ((error as NodeJS.ErrnoException).syscall) return true
    throw error
  }
}
