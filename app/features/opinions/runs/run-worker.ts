import { parentPort, workerData } from 'node:worker_threads'
import { giveWay } from '#app/lib/give-way.server.ts'
import { openDatabase } from '#db/open.ts'
import { computeRun } from './compute-run.server.ts'
import type { Basis } from './run.ts'

export interface RunOrder {
  databaseUrl: string
  claimId: string
  basis: Basis
}

// A thread of its own, which ends with its answer: it only reads; the server writes what it finds.
giveWay()
const { databaseUrl, claimId, basis } = workerData as RunOrder
const db = openDatabase(databaseUrl)
try {
  parentPort?.postMessage(await computeRun(db, claimId, basis))
} finally {
  await db.destroy()
}
