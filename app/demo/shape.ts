import type { BallotVerdict } from '#app/features/ballots/ballot.ts'
import type { ConceptGiven } from '#app/features/concepts/concept.ts'
import type { LabelVoteValue } from '#app/features/labels/labelling.ts'
import type { TurnRole } from '#app/features/transcripts/transcript.ts'

/** The demo content as plain data: things name each other by `key`, members by handle. `seed` turns it into rows through the same verbs that people use. */
export interface Demo {
  members: DemoMember[]
  labels: DemoLabel[]
  transcripts: DemoTranscript[]
  collections: DemoCollection[]
  excerpts: DemoExcerpt[]
  framings: DemoFraming[]
  claims: DemoClaim[]
  concepts: DemoConcept[]
  /** By their names: what relates to what, how, and why. */
  relations: DemoRelation[]
  posts: DemoPost[]
  comments: DemoComment[]
}

export interface DemoMember {
  handle: string
  bio: string
  role?: 'member' | 'moderator' | 'admin'
  showsBallots?: boolean
}

export interface DemoLabel {
  key: string
  by: string
  name: string
  definition: string
  examples?: string
  counterExamples?: string
}

export interface DemoTranscript {
  key: string
  by: string
  title: string
  model: string
  condition: string
  source: string
  licence: string
  scores?: Record<string, number | boolean>
  turns: { role: TurnRole; speaker?: string; text: string }[]
}

/** Of transcripts by their keys, in its order. */
export interface DemoCollection {
  slug: string
  by: string
  title: string
  description: string
  transcripts: string[]
}

/** The words are found in the turn; they must stand there exactly once. The first voter who agrees puts the label on. */
export interface DemoExcerpt {
  key: string
  transcript: string
  turn: number
  exact: string
  labels: {
    label: string
    votes: Partial<Record<LabelVoteValue, string[]>>
    machine?: { classifier: string; score: number }
  }[]
}

export interface DemoFraming {
  key: string
  by: string
  name: string
  definition: string
  coinedBy?: string
}

/** A claim without framings is a proposition; its one framing has the key `holds`. Every claim's first standpoint has the key `overall`. */
export interface DemoClaim {
  key: string
  by: string
  statement: string
  context?: string
  asks?: 'what happened' | 'what to call it' | 'whether it is good' | 'what will happen'
  settledBy?: string
  variantOf?: string
  differs?: string
  standpoints?: { key: string; name: string; definition: string; proposition?: string }[]
  framings?: string[]
  /** One entry a member and standpoint: verdicts by framing key, the name they would use (null: none of these), reasons by framing key. */
  ballots: DemoBallots[]
}

export interface DemoBallots {
  by: string
  at: string
  verdicts: Record<string, BallotVerdict>
  handle?: string | null
  reasons?: Record<string, string>
}

export type DemoConcept = ConceptGiven & { by: string }

export interface DemoRelation {
  by: string
  from: string
  kind: string
  to: string
  why: string
}

export interface DemoBearing {
  claim: string
  framing: string
  standpoint?: string
  direction: 'for' | 'against'
  on?: 'fit' | 'name'
}

export interface DemoPost {
  key: string
  by: string
  kind: 'essay' | 'question' | 'review' | 'linkpost'
  title: string
  body: string
  daysAgo: number
  evidence?: { excerpt: string; label?: string; note?: string }[]
  bearing?: DemoBearing
  approval?: { up: string[]; down?: string[] }
}

export interface DemoComment {
  key: string
  by: string
  on: { post: string } | { claim: string } | { transcript: string } | { excerpt: string }
  parent?: string
  body: string
  daysAgo: number
  evidence?: { excerpt: string; label?: string; note?: string }[]
  bearing?: DemoBearing
  approval?: { up?: string[]; down?: string[] }
  agreement?: { up?: string[]; down?: string[] }
}
