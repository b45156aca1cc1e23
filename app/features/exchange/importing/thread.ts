import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '#app/lib/give-way.server.ts'
import { openDatabase } from '#db/open.ts'
import { workOn } from './work.server.ts'

/** What `startThread` hands over. */
export interface ThreadData {
  databaseUrl: string
  id: string
  holder: string
}

// Runs beside the server, with a connection of its own, as a command would: no page waits for a file to be read.
giveWay()
const { databaseUrl, id, holder } = workerData as ThreadData
const db = openDatabase(databaseUrl)
const stopping = new AbortController()
parentPort?.on('message', () => stopping.abort())
try {
  await workOn(db, id, holder, stopping.signal)
} finally {
  await db.destroy()
  parentPort?.close()
}
