import type { Member } from '#app/features/accounts/member.ts'
import { record, touch } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { invalid } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { isSameNode, type Node, nodeKey } from '../node.ts'
import { findNode, namedOf, nodesByKeys } from '../nodes/nodes.server.ts'
import { ordered } from '../relation.ts'
import * as queries from './near.queries.server.ts'
import { mostShown, type NearShown } from './near.ts'
import type { Scored } from './run.ts'

/** What is near a node by its text: neither related to it, nor merged, nor dismissed; and what was dismissed. */
export async function nearOf(db: Db, node: Node): Promise<NearShown> {
  const [run, row] = [await queries.selectRun(db), await queries.selectNear(db, node)]
  const scored: Scored[] = row ? JSON.parse(row.nearest) : []
  const related = scored.length > 0 ? await queries.selectRelated(db, node, scored) : []
  const dismissals = (await queries.selectDismissed(db, node)).map(({ handle, dismissed_at, ...pair }) => {
    const [one, other] = endsOf(pair)
    return { node: isSameNode(one, node) ? other : one, by: handle, at: Number(dismissed_at) }
  })
  const out = new Set([...related, ...dismissals.map((one) => one.node)].map(nodeKey))
  const open = scored.filter((one) => !out.has(nodeKey(one)))
  const names = await nodesByKeys(db, [...open, ...dismissals.map((one) => one.node)])
  const named = <T extends object>(of: Node, more: T) => {
    const found = names.get(nodeKey(of))
    return found?.stands ? [{ node: namedOf(found), ...more }] : []
  }
  return {
    items: open.flatMap((one) => named(one, { score: one.score })).slice(0, mostShown),
    dismissed: dismissals.flatMap(({ node: of, by, at }) => named(of, { by, at })),
    ...{ how: run?.how ?? 'words', model: run?.model ?? '', computedAt: run ? Number(run.computed_at) : null },
  }
}

type Row = Awaited<ReturnType<typeof queries.selectDismissed>>[number]

const endsOf = (pair: Pick<Row, 'one_kind' | 'one_id' | 'other_kind' | 'other_id'>): [Node, Node] => [
  { kind: pair.one_kind, id: pair.one_id },
  { kind: pair.other_kind, id: pair.other_id },
]

/** Says that two nodes only look alike: neither is shown beside the other as near. The same again changes nothing. */
export async function dismissNear(db: Db, member: Member, one: Node, other: Node) {
  await inTransaction(db, async (tx) => {
    const pair = await pairOf(tx, one, other)
    await queries.insertDismissal(tx, { ...pair, member_id: member.id, dismissed_at: now() })
    await noteBoth(tx, member, 'near.dismissed', one, other)
  })
}

/** Takes that back, whoever said it. */
export async function undismissNear(db: Db, member: Member, one: Node, other: Node) {
  await inTransaction(db, async (tx) => {
    await queries.deleteDismissal(tx, await pairOf(tx, one, other))
    await noteBoth(tx, member, 'near.undismissed', one, other)
  })
}

async function pairOf(tx: Db, one: Node, other: Node) {
  if (isSameNode(one, other)) throw invalid({ other: 'A thing is not near itself.' })
  const [first, second] = ordered(true, await findNode(tx, one), await findNode(tx, other))
  return { one_kind: first.kind, one_id: first.id, other_kind: second.kind, other_id: second.id }
}

async function noteBoth(tx: Db, member: Member, verb: string, one: Node, other: Node) {
  await record(tx, member, verb, one)
  await touch(tx, other)
}
