import { touch } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { recount } from '../counting/recount.server.ts'
import { keepLabel } from '../labels.server.ts'
import * as queries from './attribute-labels.queries.server.ts'

/** The labels and label votes of one member are another's: where both voted the other's stands, and the first's is noted as taken back. */
export async function attributeLabels(tx: Db, fromId: string, toId: string) {
  const labelIds = (await queries.selectPairsOf(tx, fromId)).map((pair) => pair.label_id)
  for (const id of [...new Set(labelIds)].sort()) await keepLabel(tx, id)
  const pairs = await queries.selectPairsOf(tx, fromId)
  for (const pair of pairs) await queries.updateLabellingToHold(tx, pair)
  const doubled = await queries.selectDoubled(tx, fromId, toId)
  await queries.updateVoter(tx, fromId, toId)
  for (const { excerpt_id, label_id } of doubled)
    await queries.insertHistory(tx, { id: newId(), excerpt_id, label_id, member_id: fromId, value: null, at: now() })
  await queries.updatePlacer(tx, fromId, toId)
  for (const pair of pairs) {
    await recount(tx, pair.label_id, pair.excerpt_id)
    await touch(tx, { kind: 'excerpt', id: pair.excerpt_id })
    await touch(tx, { kind: 'label', id: pair.label_id })
  }
}
