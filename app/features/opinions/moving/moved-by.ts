import type { MovedBy } from '#app/features/ballots/ballot.ts'
import { invalid } from '#app/lib/refusal.ts'

/** What a form says moved the member: a link that was pasted, else the choice (`comment.ID`); undefined where it does not ask. */
export function movedByOf({ movedBy, movedByLink }: Record<string, string>): MovedBy | null | undefined {
  const link = movedByLink?.trim()
  if (link) return linked(link)
  if (movedBy === undefined) return undefined
  const [, type, id] = /^(comment|excerpt)\.([\w.-]{1,100})$/.exec(movedBy) ?? []
  return type && id ? { type: type as MovedBy['type'], id } : null
}

/** An address of a comment (its own, or its place in a thread) or of an excerpt; which site it names is no matter, since its id must be known here. */
function linked(link: string): MovedBy {
  const [, place] = /#c-([\w-]{1,100})$/.exec(link) ?? []
  if (place) return { type: 'comment', id: place }
  const [, type, id] = /\/(comment|excerpt)s\/([\w-]{1,100})(?:[/?#]|$)/.exec(link) ?? []
  if (!type || !id) throw invalid({ movedByLink: 'Paste the address of a comment or an excerpt of this site.' })
  return { type: type as MovedBy['type'], id }
}
