import { findClaim } from '#app/features/claims/claims.server.ts'
import { campsAnswer } from '#app/features/exchange/answers/judging/camps-answer.server.ts'
import { campsOf } from '#app/features/opinions/runs/runs.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'
import { invalid } from '#app/lib/refusal.ts'

const camps = endpoint({
  get: reading(
    {
      summary: 'Which ballots go together, what each camp says, and what all share. Computed beside the server.',
      answers: 'camps',
      query: { basis: 'own (the ballots on this claim) or elsewhere (those on all other claims)' },
    },
    async ({ db, params, url, camps }) => {
      const { id } = await findClaim(db, params.id)
      const basis = url.searchParams.get('basis') ?? 'own'
      if (basis !== 'own' && basis !== 'elsewhere') throw invalid({ basis: 'This is own or elsewhere.' })
      return campsAnswer(await campsOf(db, camps, id, basis))
    },
  ),
})

export const loader = camps
export const action = camps
