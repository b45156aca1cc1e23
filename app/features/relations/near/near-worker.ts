import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '#app/lib/give-way.server.ts'
import { openDatabase } from '#db/open.ts'
import { computeNear } from './compute-near.server.ts'
import type { Embedding } from './run.ts'

export interface NearOrder {
  databaseUrl: string
  by: Embedding | null
}

// A thread of its own, which ends with its answer: it only reads; the server writes what it finds.
giveWay()
const { databaseUrl, by } = workerData as NearOrder
const db = openDatabase(databaseUrl)
try {
  parentPort?.postMessage(await computeNear(db, by))
} finally {
  await db.destroy()
}
