import { withMasked } from '#app/lib/mask.ts'
import type { Db } from '#db/open.ts'
import type { Fields } from '../draft.ts'
import { firstTyped } from '../drafts.server.ts'
import * as queries from './mask-drafts.queries.server.ts'

const atOnce = 500

/** Masks words of a transcript in what members are writing about it: nobody but them reads a draft, and so nobody could tell them that the words stand there. */
export async function maskDrafts(tx: Db, transcriptId: string, words: string, hide: (copy: string) => string) {
  const about = new Set([
    transcriptId,
    ...(await queries.selectExcerptIds(tx, transcriptId)),
    ...(await queries.selectCommentIds(tx, transcriptId)),
  ])
  const isAbout = (text: string) => (text.match(/[\w-]+/g) ?? []).some((id) => about.has(id))
  for (let after = ''; ; ) {
    const drafts = await queries.selectDrafts(tx, after, atOnce)
    for (const { id, place, fields } of drafts) {
      if (!isAbout(place) && !isAbout(fields)) continue
      const masked = maskedIn(JSON.parse(fields), words, hide)
      await queries.updateTyped(tx, { id, fields: JSON.stringify(masked), words: firstTyped(masked) })
    }
    if (drafts.length < atOnce) return
    after = drafts.at(-1)?.id ?? ''
  }
}

/** What is quoted may hold a part of the words; what is typed is masked where it holds them all. */
function maskedIn(fields: Fields, words: string, hide: (copy: string) => string): Fields {
  const masked = ([name, value]: [string, string]) => [
    name,
    name.startsWith('quote') ? hide(value) : withMasked(value, words),
  ]
  return Object.fromEntries(Object.entries(fields).map((entry) => masked(entry)))
}
