import { linksTo } from '#app/features/mentions/links.server.ts'
import { invalid } from '#app/lib/refusal.ts'
import { lengthOf, nameKey, shortened } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import type { EntryKind } from '../entry.ts'
import type { Term } from '../query.ts'
import { wordsOf } from '../words.ts'
import * as queries from './suggestions.queries.server.ts'

export interface Suggestion {
  kind: EntryKind | 'excerpt'
  id: string
  name: string
  /** What stands in the Markdown for it. */
  insert: string
  detail: string
}

export const mostSuggestions = 8
const mostTyped = 100
const leastTyped = 2
const mostName = 120
const mostDetail = 80

/** Members whose handles begin with what follows an `@`. */
export async function peopleSuggested(db: Db, typed: string): Promise<Suggestion[]> {
  const start = nameKey(boundedFrom(typed))
  if (!/^[a-z0-9_-]{2,40}$/.test(start)) return []
  const members = await queries.selectMembersBeginning(db, start, mostSuggestions)
  return members.map(({ id, handle, bio, unclaimed }) => ({
    kind: 'member',
    id,
    name: handle,
    insert: `@${handle}`,
    detail: unclaimed ? 'imported author' : shortened(bio, mostDetail),
  }))
}

/** What `[[` may lead to: things whose names have the words, the last of which may just have begun, and excerpts that have them. */
export async function thingsSuggested(db: Db, typed: string): Promise<Suggestion[]> {
  const bounded = boundedFrom(typed)
  const terms = termsIn(bounded)
  if (terms.length === 0 || lengthOf(bounded.trim()) < leastTyped) return []
  const named = async (...kinds: EntryKind[]) =>
    (await queries.selectNamed(db, kinds, terms, mostSuggestions)).map(fromNamed)
  const found = [await named('label', 'framing', 'concept'), await named('claim'), await named('post')]
  found.push((await queries.selectExcerptsWith(db, terms, mostSuggestions)).map(fromExcerpt))
  return withInserts(db, chosenFrom(found, nameKey(bounded)))
}

function boundedFrom(typed: string): string {
  if (lengthOf(typed) > mostTyped) throw invalid({ q: `At most ${mostTyped} characters.` })
  return typed
}

function termsIn(typed: string): Term[] {
  const words = wordsOf(typed).map(({ word }) => word)
  return words.map((word, n) => ({ words: [word], isPrefix: n === words.length - 1, isNot: false }))
}

function fromNamed({ kind, id, name, words, handle }: queries.NamedRow): Suggestion {
  const isTerm = kind === 'label' || kind === 'framing' || kind === 'concept'
  // The definition stands first among the words that are searched.
  const [definition = ''] = words.split(' · ')
  return { kind, id, name, insert: '', detail: isTerm ? shortened(definition, mostDetail) : `by ${handle}` }
}

function fromExcerpt({ id, words, title }: queries.ExcerptNamedRow): Suggestion {
  return { kind: 'excerpt', id, name: shortened(words, mostName), insert: `/excerpts/${id}`, detail: `from ${title}` }
}

/** Of several lists the first of each, then the second of each, and so on; what begins with the words as typed goes before the rest. */
function chosenFrom(lists: Suggestion[][], typed: string): Suggestion[] {
  const ranked = lists.flatMap((list, nth) => {
    const [yes, no] = [true, false].map((is) => list.filter(({ name }) => nameKey(name).startsWith(typed) === is))
    return [...(yes ?? []), ...(no ?? [])].map((one, place) => ({
      one,
      begins: place < (yes ?? []).length,
      place,
      nth,
    }))
  })
  ranked.sort((a, b) => Number(b.begins) - Number(a.begins) || a.place - b.place || a.nth - b.nth)
  return ranked.slice(0, mostSuggestions).map(({ one }) => one)
}

/** A name where it leads to the thing; where another is called so too, or brackets stand in it, a plain link. */
async function withInserts(db: Db, things: Suggestion[]): Promise<Suggestion[]> {
  const links = await linksTo(
    db,
    things.filter(({ kind }) => kind !== 'excerpt').map(({ name }) => name),
  )
  return things.map((thing) => {
    const { kind, id, name } = thing
    if (kind === 'excerpt') return thing
    const path = `/${kind}s/${id}`
    const isName = !/[[\]\n|]/.test(name) && lengthOf(name) <= 300 && links.get(nameKey(name)) === path
    const insert = isName ? `[[${name}]]` : `[${name.replace(/[\\[\]*_`<]/g, '\\$&').replace(/\s+/g, ' ')}](${path})`
    return { ...thing, name: shortened(name, mostName), insert }
  })
}
