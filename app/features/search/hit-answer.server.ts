import * as v from 'valibot'
import { isoTime } from '#app/lib/clock.ts'
import { type Hit, kindsInOrder } from './entry.ts'

export const HitAnswer = v.object({
  type: v.picklist(kindsInOrder),
  id: v.pipe(v.string(), v.description("A turn's is its transcript's.")),
  turn: v.nullable(v.number()),
  role: v.nullable(v.string()),
  title: v.pipe(v.string(), v.description("Its own; a comment's is that of what it is under.")),
  snippet: v.pipe(
    v.array(v.object({ text: v.string(), hit: v.boolean() })),
    v.description('The words around what was looked for, in pieces; `hit` marks that itself.'),
  ),
  url: v.pipe(v.string(), v.description('Where it stands on the site.')),
  author: v.object({ handle: v.string() }),
  createdAt: v.string(),
})

/** Something found, as the API says it. */
export function hitAnswer(hit: Hit): v.InferOutput<typeof HitAnswer> {
  const { kind: type, id, place, role, title, snippet, href: url, author, createdAt } = hit
  return {
    type,
    id,
    turn: type === 'turn' ? place : null,
    role,
    title: title.map(({ text }) => text).join(''),
    snippet: snippet.map(({ text, isHit }) => ({ text, hit: isHit })),
    url,
    author: { handle: author },
    createdAt: isoTime(createdAt),
  }
}
