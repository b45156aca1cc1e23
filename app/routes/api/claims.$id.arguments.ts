import { findClaim } from '#app/features/claims/claims.server.ts'
import { argumentAnswer } from '#app/features/exchange/answers/argument-answer.server.ts'
import { noteRelied } from '#app/features/labels/showings/showings.server.ts'
import { argumentSorts } from '#app/features/opinions/arguments/argument-order.ts'
import { askedArguments } from '#app/features/opinions/arguments/asked-arguments.ts'
import { argumentsOn } from '#app/features/opinions/arguments/list-arguments.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { pageOf } from '#app/lib/paging.server.ts'

const claimArguments = endpoint({
  get: reading(
    {
      summary: 'Lists what posts and comments argue on a claim, and how that stands among members; the oldest first.',
      answers: 'argument[]',
      query: {
        framing: 'id: about this framing',
        direction: 'for or against',
        on: 'fit or name',
        standpoint: 'id: argued from there; none: argued without a standpoint',
        sort: argumentSorts.join(', '),
      },
    },
    async ({ db, ratings, member, params, url }) => {
      const claim = await findClaim(db, params.id)
      const asked = askedArguments(url.searchParams, claim, 'oldest')
      const shownOn = async (ids: string[]) => new Set(ids)
      const { items, next } = await argumentsOn({ db, ratings, shownOn }, claim, asked, pageOf(url))
      await noteRelied(db, member, items)
      return { items: items.map(argumentAnswer), next }
    },
  ),
})

export const loader = claimArguments
export const action = claimArguments
