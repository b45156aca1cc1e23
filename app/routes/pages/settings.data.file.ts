import { ownData } from '#app/features/keeping/giving/own-data.server.ts'
import { fileAnswer } from '#app/http/file.server.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notAllowed, notSignedIn } from '#app/lib/refusal.ts'

/** By a session alone: a token that somebody lent to a program is not to take everything away. */
export const loader = pageLoader(async ({ db, member, request }) => {
  if (!member) throw notSignedIn()
  if (request.headers.has('authorization')) throw notAllowed('Sign in to the site to take your data: no token can.')
  const name = `parallax-${member.handle}.json`
  const answer = fileAnswer(ownData(db, member), { name, type: 'application/json; charset=utf-8' })
  answer.headers.set('cache-control', 'private, no-store')
  return answer
}, 'export')
