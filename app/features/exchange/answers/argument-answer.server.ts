import * as v from 'valibot'
import { type Argument, aspects, directions } from '#app/features/discussion/bearing.ts'
import { isoTime } from '#app/lib/clock.ts'
import { carried, evidenceAnswer } from './post-answer.server.ts'

const named = v.object({ id: v.string(), name: v.string() })

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
})

export function argumentAnswer(argument: Argument): v.InferOutput<typeof ArgumentAnswer> {
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
  }
}
