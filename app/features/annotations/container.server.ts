import type { Member } from '#app/features/accounts/member.ts'
import { isoTime } from '#app/lib/clock.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import * as queries from './annotations.queries.server.ts'
import { vocabulary } from './model/annotation.ts'
import { addressOf, annotationsOfExcerpts, annotationsSent } from './written.server.ts'

const pageSize = 50
const contexts = [vocabulary, 'http://www.w3.org/ns/ldp.jsonld']

/** How much of what it holds a container shows: `described` annotations, their addresses (`named`), or nothing. */
export type Shown = 'described' | 'named' | 'minimal'

/** Section 4.2 of the Web Annotation Protocol: every excerpt and every annotation sent here, oldest first, in pages. */
export async function containerOf(db: Db, origin: string, shown: Shown, reader: Member | null) {
  const { collection, last } = await collectionOf(db, origin, shown)
  const first = shown === 'minimal' ? pageAddress(origin, shown, 0) : await pageOf(db, origin, shown, reader, 0)
  return {
    '@context': contexts,
    ...collection,
    type: ['BasicContainer', 'AnnotationCollection'],
    ...(last < 0 ? {} : { first, last: pageAddress(origin, shown, last) }),
  }
}

/** One page by its number, from 0; the first is there also when it is empty. */
export async function containerPage(db: Db, origin: string, shown: Shown, reader: Member | null, number: number) {
  const { collection, last } = await collectionOf(db, origin, shown)
  if (number > Math.max(0, last)) throw notFound('page')
  return { '@context': vocabulary, ...(await pageOf(db, origin, shown, reader, number, last)), partOf: collection }
}

async function collectionOf(db: Db, origin: string, shown: Shown) {
  const { total, modified } = await queries.selectTotal(db)
  const id = `${origin}/annotations/${shown === 'minimal' ? '' : queryOf(shown)}`
  const facts = { label: 'Excerpts with their labels, and annotations sent here', total }
  const collection = { id, ...facts, ...(modified === null ? {} : { modified: isoTime(Number(modified)) }) }
  return { collection, last: Math.ceil(total / pageSize) - 1 }
}

const queryOf = (shown: Shown) => `?iris=${shown === 'named' ? 1 : 0}`
const pageAddress = (origin: string, shown: Shown, number: number) =>
  `${origin}/annotations/${queryOf(shown)}&page=${number}`

async function pageOf(db: Db, origin: string, shown: Shown, reader: Member | null, number: number, last?: number) {
  const rows = await queries.selectContained(db, number * pageSize, pageSize + 1)
  const hasNext = last === undefined ? rows.length > pageSize : number < last
  return {
    id: pageAddress(origin, shown, number),
    type: 'AnnotationPage',
    startIndex: number * pageSize,
    ...(hasNext ? { next: pageAddress(origin, shown, number + 1) } : {}),
    ...(number > 0 ? { prev: pageAddress(origin, shown, number - 1) } : {}),
    items: await itemsOf(db, origin, shown, reader, rows.slice(0, pageSize)),
  }
}

type Row = Awaited<ReturnType<typeof queries.selectContained>>[number]

async function itemsOf(db: Db, origin: string, shown: Shown, reader: Member | null, rows: Row[]) {
  if (shown !== 'described') return rows.map(({ id }) => addressOf(origin, id))
  const idsOf = (kind: Row['kind']) => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  const all = new Map([
    ...(await annotationsOfExcerpts(db, origin, idsOf('excerpt'), reader)),
    ...(await annotationsSent(db, origin, idsOf('sent'), reader)),
  ])
  return rows.flatMap(({ id }) => all.get(id) ?? [])
}
