import type { Db } from '#db/open.ts'
import type { Cell } from '../ballot.ts'
import * as queries from './earlier.queries.server.ts'

/** Whoever casts a ballot anew, or takes it back, has said what they say of the words as they are. */
export async function dropEarlierBallot(tx: Db, cell: Cell, memberId: string): Promise<boolean> {
  const verdict = await queries.deleteEarlierBallot(tx, cell, memberId)
  if (verdict) await queries.updateEarlierTallyDown(tx, cell.standpointId, cell.framingId, verdict)
  return verdict !== null
}

export async function dropEarlierHandle(tx: Db, standpointId: string, memberId: string): Promise<boolean> {
  const framingId = await queries.deleteEarlierHandle(tx, standpointId, memberId)
  if (framingId === undefined) return false
  await queries.updateEarlierTallyDown(tx, standpointId, framingId ?? '', 'handles')
  return true
}
