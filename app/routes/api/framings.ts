import { newestFramings } from '#app/features/claims/framings.server.ts'
import { framingAnswer } from '#app/features/exchange/answers/framing-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const framings = endpoint({
  get: reading({ summary: 'Framings, newest first.', answers: 'framing[]' }, async ({ db, url }) => {
    const { items, next } = await newestFramings(db, pageOf(url))
    return { items: items.map(framingAnswer), next }
  }),
})

export const loader = framings
export const action = framings
