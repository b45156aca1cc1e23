import { isWithoutYoung, tallyByAge } from '#app/features/ballots/established/by-age.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { tallyAnswer } from '#app/features/exchange/answers/judging/tally-answer.server.ts'
import { endpoint, reading } from '#app/http/api.server.ts'

const tally = endpoint({
  get: reading(
    {
      summary: 'Where people stand: counts, shares and intervals by cell, the standpoint effect, opposition.',
      answers: 'tally',
      query: {
        at: 'A UTC day, 2026-11-21: as it stood at its end',
        without: '"young": beside it, the cells without the votes of accounts that were young when they voted',
      },
    },
    async ({ db, params, url, intervals }) => {
      const isCompared = isWithoutYoung(url)
      const tally = await tallyOf(db, params.id, { at: url.searchParams.get('at'), intervals })
      return tallyAnswer(tally, isCompared ? await tallyByAge(db, tally) : undefined)
    },
  ),
})

export const loader = tally
export const action = tally
