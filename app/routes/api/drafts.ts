import { draftsOf } from '#app/features/discussion/drafts/drafts.server.ts'
import { draftLineAnswer } from '#app/features/exchange/answers/draft-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { pagedFrom, pageOf } from '#app/lib/paging.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

const drafts = endpoint({
  get: reading({ summary: 'Lists one’s own drafts, the last saved first.', answers: 'draftLine[]' }, async (asked) => {
    const page = pageOf(asked.url)
    if (!asked.member) throw notSignedIn()
    const { items, next } = pagedFrom(await draftsOf(asked.db, asked.member), page)
    return { items: items.map(draftLineAnswer), next }
  }),
})

export const loader = drafts
export const action = drafts
