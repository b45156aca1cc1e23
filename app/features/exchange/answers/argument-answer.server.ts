import * as v from 'valibot'
import { aspects, directions } from '#app/features/discussion/bearing.ts'
import type { Line, StandingArgument } from '#app/features/opinions/arguments/standing-argument.ts'
import type { SideVotes } from '#app/features/opinions/bridging/across.ts'
import { netOf } from '#app/features/votes/vote.ts'
import { isoTime } from '#app/lib/clock.ts'
import { carried, evidenceAnswer } from './post-answer.server.ts'

const named = v.object({ id: v.string(), name: v.string() })
const side = v.object({ chosen: v.number(), seen: v.number() })
const line = {
  value: v.pipe(v.number(), v.description('The smaller (chosen + 1) / (seen + 2) of both sides.')),
  bridges: v.pipe(v.boolean(), v.description('From 0.6 on.')),
  yes: v.pipe(side, v.description('Votes of those who judge that the framing fits, or would use the name.')),
  no: side,
}
const status = v.picklist(['helpful', 'rejected', 'undecided'])

export const ArgumentAnswer = v.object({
  claimId: v.string(),
  framing: named,
  standpoint: v.nullable(named),
  direction: v.picklist(directions),
  on: v.picklist(aspects),
  source: v.object({ type: v.picklist(['post', 'comment']), id: v.string() }),
  title: v.nullable(v.string()),
  words: v.pipe(v.string(), v.description('The first words of it, as plain text.')),
  author: v.object({ handle: v.string() }),
  createdAt: v.string(),
  evidence: carried.evidence,
  approval: v.pipe(v.number(), v.description('Up without down.')),
  votes: v.object({ approval: v.object({ up: v.number(), down: v.number() }) }),
  otherwise: v.pipe(
    v.number(),
    v.description('How many approve whose own ballot says otherwise; 0 where fewer than three.'),
  ),
  moved: v.pipe(
    v.number(),
    v.description('Ballots on the claim that it, or an excerpt it cites, is said to have moved.'),
  ),
  contested: v.pipe(v.boolean(), v.description('Whether members are divided over what it argues about.')),
  across: v.pipe(
    v.nullable(v.object(line)),
    v.description('Across the line; null with fewer than three votes on a side, and where nothing is contested.'),
  ),
  labelsAcross: v.array(v.object({ excerptId: v.string(), labelId: v.string(), name: v.string(), ...line })),
  rating: v.pipe(
    v.nullable(v.object({ status, ratings: v.number(), raters: v.number() })),
    v.description('The raters’ leanings taken out; null where too few rate, and where nothing is contested.'),
  ),
})

export function argumentAnswer(argument: StandingArgument): v.InferOutput<typeof ArgumentAnswer> {
  const { claimId, framingId, framingName, standpointId, standpointName, direction, on, title, words } = argument
  return {
    claimId,
    framing: { id: framingId, name: framingName },
    standpoint: standpointId === null ? null : { id: standpointId, name: standpointName ?? '' },
    direction,
    on,
    source: { type: argument.source.kind, id: argument.source.id },
    title,
    words,
    author: { handle: argument.author.handle },
    createdAt: isoTime(argument.createdAt),
    evidence: argument.evidence.map(evidenceAnswer),
    ...standingAnswer(argument),
  }
}

function standingAnswer({ approval, otherwise, moved, isContested, line, labels, rating }: StandingArgument) {
  return {
    approval: netOf(approval),
    votes: { approval },
    otherwise,
    moved,
    contested: isContested,
    across: line && lineAnswer(line),
    labelsAcross: labels.map((one) => ({
      excerptId: one.excerptId,
      labelId: one.labelId,
      name: one.name,
      ...lineAnswer(one),
    })),
    rating,
  }
}

const lineAnswer = ({ value, bridges, yes, no }: Line) => ({ value, bridges, yes: votes(yes), no: votes(no) })

const votes = ({ chosen, seen }: SideVotes) => ({ chosen, seen })
