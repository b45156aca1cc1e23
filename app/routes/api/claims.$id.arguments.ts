import { argumentsOf } from '#app/features/discussion/arguments/arguments.server.ts'
import { argumentAnswer } from '#app/features/exchange/answers/argument-answer.server.ts'
import { noteRelied } from '#app/features/labels/showings/showings.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { pagedFrom, pageOf } from '#app/lib/paging.server.ts'

const claimArguments = endpoint({
  get: reading(
    { summary: 'Lists what posts and comments argue on a claim, the oldest first.', answers: 'argument[]' },
    async ({ db, member, params, url }) => {
      const page = pageOf(url)
      const all = (await argumentsOf(db, params.id)).map((one) => ({ ...one, id: one.source.id }))
      const { items, next } = pagedFrom(all, page)
      await noteRelied(db, member, items)
      return { items: items.map(argumentAnswer), next }
    },
  ),
})

export const loader = claimArguments
export const action = claimArguments
