import type { SubjectKind } from '#app/features/discussion/comment.ts'
import type { Db } from '#db/open.ts'
import type { NotificationRow } from '#db/tables.ts'
import type { Followable } from '../follow.ts'

/** A comment with what it answers; nothing where it was deleted or imported. */
export function selectComment(tx: Db, id: string) {
  return tx
    .selectFrom('comments')
    .leftJoin('comments as parents', 'parents.id', 'comments.parent_id')
    .leftJoin('quotes', 'quotes.comment_id', 'comments.id')
    .select(['comments.html', 'comments.subject_kind', 'comments.subject_id'])
    .select(['parents.member_id as parent_member_id', 'quotes.target_kind as quoted_kind'])
    .where('comments.id', '=', id)
    .where('comments.deleted_at', 'is', null)
    .where('comments.import_key', 'is', null)
    .executeTakeFirst()
}

/** A post that everybody can read; nothing where it was imported. */
export function selectPost(tx: Db, id: string) {
  return tx
    .selectFrom('posts')
    .select(['member_id', 'html'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .where('published_at', 'is not', null)
    .where('import_key', 'is', null)
    .executeTakeFirst()
}

/** Who wrote, proposed or brought the subject of a thread. */
export async function selectMakers(tx: Db, kind: SubjectKind, id: string): Promise<string[]> {
  const rows = await tx
    .selectFrom(`${kind}s` as 'posts')
    .select('member_id')
    .where('id', '=', id)
    .where('member_id', 'is not', null)
    .execute()
  const makers = rows.map((row) => row.member_id)
  return kind === 'post' ? [...makers, ...(await selectCoAuthors(tx, id))] : makers
}

async function selectCoAuthors(tx: Db, postId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('post_authors')
    .select('member_id')
    .where('post_id', '=', postId)
    .where('accepted_at', 'is not', null)
    .execute()
  return rows.map((row) => row.member_id)
}

/** Who is asked to be an author of a post, and has not answered. */
export async function selectInvited(tx: Db, postId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('post_authors')
    .innerJoin('posts', 'posts.id', 'post_authors.post_id')
    .select('post_authors.member_id')
    .where('post_id', '=', postId)
    .where('accepted_at', 'is', null)
    .where('posts.deleted_at', 'is', null)
    .execute()
  return rows.map((row) => row.member_id)
}

/** The excerpts that a source rests on, with who marked them and who brought their transcript. */
export function selectEvidence(tx: Db, kind: 'post' | 'comment', id: string) {
  return tx
    .selectFrom('evidence')
    .innerJoin('excerpts', 'excerpts.id', 'evidence.excerpt_id')
    .innerJoin('transcripts', 'transcripts.id', 'excerpts.transcript_id')
    .select(['evidence.label_id', 'excerpts.id as excerpt_id', 'transcripts.id as transcript_id'])
    .select(['excerpts.member_id as marked_by', 'transcripts.member_id as brought_by'])
    .where('source_kind', '=', kind)
    .where('source_id', '=', id)
    .execute()
}

export function selectArgument(tx: Db, kind: 'post' | 'comment', id: string) {
  return tx
    .selectFrom('arguments')
    .select(['claim_id', 'framing_id'])
    .where('source_kind', '=', kind)
    .where('source_id', '=', id)
    .executeTakeFirst()
}

/** The framing that a member put on a claim at or last before a time. */
export function selectFramingPut(tx: Db, claimId: string, memberId: string, at: number) {
  return tx
    .selectFrom('claim_framings')
    .select('framing_id')
    .where('claim_id', '=', claimId)
    .where('member_id', '=', memberId)
    .where('created_at', '<=', at)
    .orderBy('created_at', 'desc')
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The version that a concept had at a time. */
export async function selectVersionAt(tx: Db, conceptId: string, at: number): Promise<number> {
  const row = await tx
    .selectFrom('concept_revisions')
    .select((e) => e.fn.max<number>('version').as('version'))
    .where('concept_id', '=', conceptId)
    .where('created_at', '<=', at)
    .executeTakeFirst()
  return row?.version ?? 1
}

/** Who followed any of the things at a time: what was done before is no news to them. */
export async function selectFollowers(tx: Db, things: readonly Followable[], at: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('follows')
    .select('member_id')
    .distinct()
    .where('created_at', '<=', at)
    .where((e) => e.or(things.map(({ kind, id }) => e.and([e('subject_kind', '=', kind), e('subject_id', '=', id)]))))
    .execute()
  return rows.map((row) => row.member_id)
}

/** Who goes by the handles, or went by them. */
export async function selectMembersCalled(tx: Db, handleKeys: string[]): Promise<string[]> {
  if (handleKeys.length === 0) return []
  const rows = await tx.selectFrom('handles').select('member_id').where('handle_key', 'in', handleKeys).execute()
  return rows.map((row) => row.member_id)
}

/** Those of the members who can be told of what somebody did: an imported name is nobody, and who silences somebody hears nothing of them, but as a moderator. */
export async function selectTellable(tx: Db, ids: string[], actorId: string, asModerator: boolean): Promise<string[]> {
  const silencing = tx.selectFrom('silences').select('member_id').where('silenced_id', '=', actorId)
  const rows = await tx
    .selectFrom('members')
    .select('id')
    .where('id', 'in', ids)
    .where('unclaimed', '=', 0)
    .$if(!asModerator, (query) => query.where('id', 'not in', silencing))
    .execute()
  return rows.map((row) => row.id)
}

const thing = ['member_id', 'source_kind', 'source_id', 'subject_kind', 'subject_id'] as const

/** Whoever was told of the same thing before is not told again; but of what waits for them once more, since it was decided meanwhile. */
export async function insertNotifications(tx: Db, rows: NotificationRow[]) {
  if (rows.length === 0) return
  await tx
    .insertInto('notifications')
    .values(rows)
    .onConflict((c) =>
      c
        .columns(thing)
        .doUpdateSet((e) => ({ is_read: 0, is_mailed: 0, created_at: e.ref('excluded.created_at') }))
        .where('notifications.kind', '=', 'waiting'),
    )
    .execute()
}
