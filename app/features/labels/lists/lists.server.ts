import type { Member } from '#app/features/accounts/member.ts'
import type { Excerpt } from '#app/features/transcripts/excerpt.ts'
import { excerptsByIds } from '#app/features/transcripts/excerpts.server.ts'
import { type Page, paged } from '#app/lib/paging.server.ts'
import { shortened } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import type { LabellingRow } from '#db/tables.ts'
import type { Labelling } from '../labelling.ts'
import { labellingsOf } from '../labellings.server.ts'
import * as queries from './lists.queries.server.ts'

type Pair = Pick<LabellingRow, 'excerpt_id' | 'label_id'>

export interface Carrying {
  excerpt: Omit<Excerpt, 'exact'> & { words: string }
  labelling: Labelling
}

const mostWords = 300

/** Excerpts that carry a label, their words shortened, the most contested first. */
export async function excerptsCarrying(db: Db, labelId: string, page: Page, member: Member | null) {
  const rows = await queries.selectCarrying(db, labelId, page)
  const { items, next } = paged(rows, page.limit, (row) => [row.worth, row.excerpt_id])
  return { items: await carryingOf(db, member, items), next }
}

/** The words that are read most differently, on the whole site: so many excerpts with the label over which votes are most split. */
export async function readMostDifferently(db: Db, most: number, member: Member | null): Promise<Carrying[]> {
  return carryingOf(db, member, await queries.selectMostContested(db, most))
}

const fewestAgainst = 3

/** Where a classifier says one thing of words and most of at least three people the other, the clearest first. */
export async function machineAgainstPeople(db: Db, most: number, member: Member | null): Promise<Carrying[]> {
  return carryingOf(db, member, await queries.selectMachineAgainstPeople(db, most, fewestAgainst))
}

/** Labels on excerpts with their words, in the order in which they are given. */
export async function carryingOf(db: Db, member: Member | null, pairs: readonly Pair[]): Promise<Carrying[]> {
  const ids = pairs.map((pair) => pair.excerpt_id)
  const excerpts = await excerptsByIds(db, ids)
  const labellings = await labellingsOf(db, ids, member)
  return pairs.flatMap((pair): Carrying[] => {
    const labelling = labellings.get(pair.excerpt_id)?.find((one) => one.labelId === pair.label_id)
    const { exact = '', ...excerpt } = excerpts.get(pair.excerpt_id) ?? {}
    const words = shortened(exact, mostWords)
    return labelling ? [{ excerpt: { ...(excerpt as Excerpt), words }, labelling }] : []
  })
}
