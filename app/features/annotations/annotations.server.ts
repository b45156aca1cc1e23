import type { Member } from '#app/features/accounts/member.ts'
import { record } from '#app/features/activity/activity.server.ts'
import { labelExcerpt, labellingsOf, takeBackLabelVote } from '#app/features/labels/labellings.server.ts'
import { now } from '#app/lib/clock.ts'
import { etagOf } from '#app/lib/digest.server.ts'
import { newId } from '#app/lib/ids.ts'
import { changedMeanwhile, invalid, notAllowed } from '#app/lib/refusal.ts'
import { lengthOf, nameKey } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import type { AnnotationRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import * as queries from './annotations.queries.server.ts'
import { type Found, markTarget, taggedExcerpt } from './mark-target.server.ts'
import { type Annotation, checkAnnotation } from './model/annotation.ts'
import { isObject, isText, type Json, listOf } from './model/values.ts'
import { findAnnotation, oneOrAll, withoutWords } from './written.server.ts'

/** Where this site is: the address that it goes by, and all that a client may call it by. */
export interface Site {
  origin: string
  origins: readonly string[]
}

/** Keeps what a client sent, marks the words that it is about and casts the author's vote for each label that it tags them with. */
export async function postAnnotation(
  db: Db,
  member: Member,
  site: Site,
  given: Json,
): Promise<{ id: string; annotation: Annotation }> {
  const read = await readAnnotation(db, member, site, given)
  const id = newId()
  return inTransaction(db, async (tx) => {
    const at = now()
    await queries.insertAnnotation(tx, { id, member_id: member.id, ...read.kept, created_at: at, modified_at: at })
    await tag(tx, member, id, read)
    await record(tx, member, 'annotation.sent', { kind: 'annotation', id })
    return { id, annotation: await sentAnnotation(tx, site, id) }
  })
}

/** Puts another in place of one that the member sent, if it is still the one with this tag. */
export async function changeAnnotation(
  db: Db,
  member: Member,
  site: Site,
  id: string,
  given: Json,
  tags: string | null,
) {
  await findOwn(db, member, site, id, tags ?? '')
  const read = await readAnnotation(db, member, site, given)
  return inTransaction(db, async (tx) => {
    const row = await findOwn(tx, member, site, id, tags ?? '')
    await queries.updateAnnotation(tx, { ...row, ...read.kept, modified_at: Math.max(now(), row.modified_at + 1) })
    await tag(tx, member, id, read)
    await record(tx, member, 'annotation.changed', { kind: 'annotation', id })
    return sentAnnotation(tx, site, id)
  })
}

/** Takes one away, with the votes that it cast; the words stay marked. A tag, where one is said, must still be its own. */
export async function deleteAnnotation(db: Db, member: Member, site: Site, id: string, tags: string | null) {
  await inTransaction(db, async (tx) => {
    await findOwn(tx, member, site, id, tags ?? '*')
    await untag(tx, member, id, [])
    await queries.deleteAnnotation(tx, id)
    await record(tx, member, 'annotation.deleted', { kind: 'annotation', id })
  })
}

/** As its own author is told of it. */
const sentAnnotation = async (db: Db, { origin }: Site, id: string) =>
  (await findAnnotation(db, origin, id, null)).annotation

/** One that the member sent, held, whose tag is among these. */
async function findOwn(tx: Db, member: Member, site: Site, id: string, tags: string): Promise<AnnotationRow> {
  const row = await queries.selectHeld(tx, id)
  const annotation = await sentAnnotation(tx, site, id)
  if (!row) throw notAllowed('This is an excerpt with its labels, which changes by votes on them.')
  if (row.member_id !== member.id) throw notAllowed('Only who sent an annotation changes it or takes it away.')
  const tag = etagOf(JSON.stringify(annotation))
  if (tags.split(',').some((one) => one.trim() === tag || one.trim() === '*')) return row
  const why = tags ? 'This was changed meanwhile: fetch it again.' : 'Send If-Match with the ETag of what you change.'
  throw changedMeanwhile(why)
}

interface Read {
  kept: Pick<AnnotationRow, 'document' | 'excerpts'>
  tagged: string[]
  names: string[]
}

/** Checks what was sent, and marks what it is about, before any transaction is open: looking for a quote may take long. */
async function readAnnotation(db: Db, member: Member, site: Site, given: Json): Promise<Read> {
  checkAnnotation(given)
  const names = tagsIn(given)
  const targets = listOf(given.target)
  const found: Found[] = []
  for (const one of targets) found.push(await markTarget(db, member, site.origins, firstChoice(one)))
  const tagged: string[] = []
  if (names.length > 0) for (const one of found) tagged.push(await taggedExcerpt(db, member, one))
  const excerpts = found.map(({ excerptId }) => excerptId)
  const target = targets.map((one, place) => (excerpts[place] ? withoutWords(one) : one))
  const document = JSON.stringify(documentOf(given, site, target))
  return { kept: { document, excerpts: JSON.stringify(excerpts) }, tagged: [...new Set(tagged)], names }
}

const firstChoice = (target: unknown): unknown =>
  isObject(target) && target.type === 'Choice' ? firstChoice(listOf(target.items)[0]) : target

/** What is kept of it. The id that it had elsewhere becomes one of those that it came by; author and times are the server's to say. */
function documentOf(given: Json, { origins }: Site, target: unknown[]): Json {
  const { id, creator: _, created: __, modified: ___, body, via, ...rest } = given
  const isOurs = isText(id) && origins.some((origin) => id.startsWith(`${origin}/annotations/`))
  const cameBy = [...new Set([...(via === undefined ? [] : listOf(via)), ...(id === undefined || isOurs ? [] : [id])])]
  return {
    ...rest,
    ...(cameBy.length > 0 ? { via: oneOrAll(cameBy) } : {}),
    ...(body === undefined ? {} : { body: oneOrAll(listOf(body)) }),
    target: oneOrAll(target),
  }
}

const mostName = 80

/** The labels that it tags its targets with: its bodies of text whose purpose, or else the annotation's motivation, is tagging. */
function tagsIn({ body, bodyValue, motivation }: Json): string[] {
  const isTagging = (purpose: unknown) => listOf(purpose ?? motivation).includes('tagging')
  const bodies = [...(body === undefined ? [] : listOf(body)), ...(isText(bodyValue) ? [{ value: bodyValue }] : [])]
  const said = bodies.filter(isObject).filter((one) => isText(one.value) && isTagging(one.purpose))
  const names = said.map((one) => (one.value as string).trim())
  if (names.some((name) => name === '' || lengthOf(name) > mostName))
    throw invalid({ body: `A tag is the name of a label, of 1 to ${mostName} characters.` })
  return [...new Map(names.map((name) => [nameKey(name), name])).values()]
}

/** Casts the votes that it says, and takes back those that it cast before and no longer says. */
async function tag(tx: Db, member: Member, id: string, { tagged, names }: Read) {
  const held: string[] = []
  for (const excerptId of tagged) {
    for (const name of names) {
      const before = (await labellingsOf(tx, [excerptId], member)).get(excerptId)
      const old = before?.find((one) => nameKey(one.name) === nameKey(name))
      if (old?.mine) {
        held.push(`${excerptId} ${old.labelId}`)
        continue
      }
      const { labelId } = await labelExcerpt(tx, member, excerptId, { name })
      await queries.insertVote(tx, { annotation_id: id, excerpt_id: excerptId, label_id: labelId })
      held.push(`${excerptId} ${labelId}`)
    }
  }
  await untag(tx, member, id, held)
}

async function untag(tx: Db, member: Member, id: string, held: readonly string[]) {
  for (const vote of await queries.selectVotes(tx, id)) {
    if (held.includes(`${vote.excerpt_id} ${vote.label_id}`)) continue
    const on = (await labellingsOf(tx, [vote.excerpt_id], member)).get(vote.excerpt_id)
    const isStill = on?.some((one) => one.labelId === vote.label_id && one.mine === 'agree')
    if (isStill) await takeBackLabelVote(tx, member, vote.excerpt_id, vote.label_id)
    await queries.deleteVote(tx, vote)
  }
}
