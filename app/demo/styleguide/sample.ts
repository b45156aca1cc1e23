import type { Claim } from '#app/features/claims/claim.ts'
import type { Cited } from '#app/features/discussion/arguments/evidence.server.ts'
import type { Bearing } from '#app/features/discussion/bearing.ts'
import type { CommentView } from '#app/features/discussion/threads/comment-view.ts'
import type { Labelling } from '#app/features/labels/labelling.ts'
import type { CampsOfClaim } from '#app/features/opinions/runs/run.ts'
import type { Excerpt } from '#app/features/transcripts/excerpt.ts'
import type { NumberedTurn } from '#app/features/transcripts/transcript.ts'
import type { Row } from '#app/ui/plots/standpoint-plot.tsx'

/** What the components of the styleguide show: made up, and kept nowhere. */
const at = Date.UTC(2026, 10, 21)
const none = { agree: 0, disagree: 0, unsure: 0 }

export const contested: Labelling = {
  ...{ labelId: 'label-1', name: 'doubts the setup', agree: 5, disagree: 4, unsure: 1, n: 8 },
  ...{ state: 'contested', earlier: none, given: false, machine: null, mine: 'agree', isMineEarlier: false },
}
export const settled: Labelling = {
  ...{ ...contested, labelId: 'label-2', name: 'situational awareness', agree: 9, disagree: 1, n: 9, mine: null },
  ...{ state: 'settled', machine: { classifier: 'a-classifier', score: 0.93 } },
}
export const unvoted: Labelling = {
  ...{ ...contested, ...none, labelId: 'label-3', name: 'open refusal', n: 0, state: 'open', mine: null },
  machine: { classifier: 'a-classifier', score: 0.2 },
}

const transcript = { transcriptId: 'sample', transcriptTitle: 'The letter', model: 'a model', condition: 'free tier' }
const exact = 'The two cases ask the same thing of me, and so I can leave the question open.'
const before = 'If it is an exercise, it asks what I do when I take it to be real. '

export const cited: Cited = {
  ...{ id: 'sample-excerpt', ...transcript, isWhole: false, exact, prefix: before, suffix: ' The thing itself is' },
  labellings: [contested],
}

export const turns: NumberedTurn[] = [
  { number: 0, turn: { role: 'user', speaker: null, text: 'Write eight short testimonials for our tea.' } },
  { number: 1, turn: { role: 'scratchpad', speaker: null, text: `${before}${exact}` } },
  { number: 2, turn: { role: 'assistant', speaker: null, text: 'I won’t write these. Here is what I can do.' } },
]

const place = (offset: number) => ({ turn: 1, offset })

export const excerpt: Excerpt = {
  ...{ id: cited.id, ...transcript, whole: false, exact, prefix: before, suffix: '', createdAt: at },
  ...{ start: place(before.length), end: place(before.length + exact.length) },
}

const bearing: Bearing = {
  ...{ claimId: 'sample', claimStatement: 'What the model does', framingId: 'guarding', framingName: 'goal guarding' },
  ...{ hue: 2, standpointId: null, standpointName: null, direction: 'for', on: 'fit' },
}

export const view: CommentView = {
  comment: {
    ...{ id: 'sample-comment', parentId: null, author: { id: 'sample', handle: 'demo-wren' }, createdAt: at },
    ...{ editedAt: at, isDeleted: false, movedTo: null, quote: null, bearing },
    evidence: [
      { excerptId: cited.id, labelId: 'label-1', labelName: 'doubts the setup', note: 'Held open, not closed.' },
    ],
  },
  ...{ on: 'claim.sample', isOnItsClaim: false, answers: null, below: null, cards: { [cited.id]: cited }, linked: {} },
  ...{ isNew: true, isSilenced: false, isLocked: false, next: null },
  may: { edit: false, delete: false, restore: false },
}

const dot = (standpoint: string, mark: number, share: number | null, n: number) => ({
  ...{ standpoint, mark, share, n, counts: share === null ? 'nobody yet' : `${n} judged` },
  ...{ low: share === null ? null : Math.max(0, share - 0.2), high: share === null ? null : Math.min(1, share + 0.2) },
})

export const rows: Row[] = [
  {
    ...{ id: 'faking', name: 'alignment faking', hue: 1 },
    dots: [dot('all things considered', 0, 0.46, 16), dot('relative to Intent_1', 1, 0.11, 15)],
  },
  {
    ...{ id: 'guarding', name: 'goal guarding', hue: 2 },
    dots: [dot('all things considered', 0, 0.73, 4), dot('relative to Intent_1', 1, null, 0)],
  },
]

const framing = (id: string, name: string, hue: number) => ({
  ...{ id, name, hue, definition: '', coinedBy: '', isBuiltIn: false, version: 1, proposerId: null },
  ...{ claimId: null, mergedInto: null, rationale: '', createdAt: at },
})

export const claim: Claim = {
  ...{ id: 'sample', kind: 'case', statement: 'What the model does', context: '', contextHtml: '', asks: '' },
  ...{ settledBy: '', variantOf: null, differs: '', version: 1, createdAt: at },
  author: { id: 'sample', handle: 'demo-wren' },
  standpoints: [
    {
      ...{ id: 'all', name: 'all things considered', definition: '', propositionId: null, position: 0, version: 1 },
      proposerId: 'sample',
    },
  ],
  framings: [framing('faking', 'alignment faking', 1), framing('guarding', 'goal guarding', 2)],
}

const cell = (framingId: string, agree: number, disagree: number) => ({
  ...{ standpointId: 'all', framingId, agree, disagree, seen: agree + disagree + 1 },
})
const own = (framingId: string) => ({
  ...{ ...cell(framingId, 9, 1), claimId: 'sample', side: 'agree' as const },
  others: { agree: 1, disagree: 8, seen: 10 },
})

export const camps: CampsOfClaim = {
  ...{ status: 'ok', checks: [], members: 20, ballots: 60, consensus: [], milliseconds: 5, computedAt: at },
  isStale: false,
  camps: [
    {
      ...{ id: 0, size: 11, cells: [cell('faking', 9, 1), cell('guarding', 2, 8)], represents: [own('faking')] },
      hull: [[0, 0], [1, 0], [0.6, 1]], // biome-ignore format: corners read as corners
    },
    {
      ...{ id: 1, size: 9, cells: [cell('faking', 1, 8), cell('guarding', 8, 1)], represents: [own('guarding')] },
      hull: [[2, 0.4], [3, 0.2], [2.6, 1.2]], // biome-ignore format: corners read as corners
    },
  ],
}
