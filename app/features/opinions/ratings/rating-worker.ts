import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '#app/lib/give-way.server.ts'
import { openDatabase } from '#db/open.ts'
import { rateArguments } from './rate-arguments.server.ts'

// A thread of its own, which ends with its answer: it only reads; the server writes what it finds.
giveWay()
const db = openDatabase((workerData as { databaseUrl: string }).databaseUrl)
try {
  parentPort?.postMessage(await rateArguments(db))
} finally {
  await db.destroy()
}
