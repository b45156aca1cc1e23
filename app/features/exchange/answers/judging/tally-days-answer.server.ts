import * as v from 'valibot'
import type { OverTime } from '#app/features/ballots/over-time/days.server.ts'
import { Counted } from './tally-answer.server.ts'

const Day = v.object({ day: v.pipe(v.string(), v.description('A UTC day: as it stood at its end.')), ...Counted })

export const TallyDaysAnswer = v.object({
  claimId: v.string(),
  through: v.pipe(v.string(), v.description('The last day that is over. Today has no tally but the one that stands.')),
  cells: v.pipe(
    v.array(v.object({ standpointId: v.string(), framingId: v.string(), days: v.array(Day) })),
    v.description(
      'The days in which a cell changed; in between it stood as before. The framing "" counts none of these.',
    ),
  ),
  departures: v.pipe(
    v.array(v.object({ day: v.string(), members: v.number(), votes: v.number() })),
    v.description('Votes on the claim that went with removed accounts, on days on which at least five members went.'),
  ),
})

export function tallyDaysAnswer(
  claimId: string,
  { through, cells, departures }: OverTime,
): v.InferOutput<typeof TallyDaysAnswer> {
  const dayOf = ({ standpointId: _, framingId: __, ...day }: OverTime['cells'][number]['days'][number]) => day
  const days = cells.map(({ days, ...place }) => ({ ...place, days: days.map(dayOf) }))
  return { claimId, through, cells: days, departures }
}
