import type { Refused } from '../imports/import-report.ts'

/** What the files of an import may be taken for; `labels` are votes on labels, in CSV. */
export const choices = ['auto', 'text', 'messages', 'inspect', 'gold', 'judged', 'labels'] as const
export type Choice = (typeof choices)[number]

/** What a file was taken for. */
export type Kind = Exclude<Choice, 'auto'> | 'chatgpt' | 'predictions' | 'verdicts' | 'nothing'

/** Where an import is: `staging` its files come in, `reading` they are looked at, `staged` its member decides, `waiting` its turn comes, then it runs; `stopping` its member said so, and what is under way ends. */
export const states = [
  ...(['staging', 'reading', 'staged', 'waiting', 'running', 'stopping', 'stopped', 'done', 'failed'] as const),
] as const
export type State = (typeof states)[number]

/** Of all files of an import together. */
export const mostMegabytes = 50
export const mostFiles = 1000
/** A command takes more. */
export const mostRecords = 20_000
export const mostUnfinished = 5
/** Refusals that a report names; of more it keeps only the number. */
export const mostNamed = 1000

export interface StagedFile {
  name: string
  /** In bytes. */
  size: number
}

/** What was pasted has this in place of a name. */
export const pasted = ''

export const nameOf = ({ name }: { name: string }) => name || 'Pasted text'

export interface ShownTurn {
  role: string
  speaker: string | null
  text: string
}

/** What a preview shows of one of the first transcripts. */
export interface ShownTranscript {
  title: string
  model: string | null
  turnCount: number
  turns: ShownTurn[]
}

/** What an import would do, as its files and the database are now. */
export interface Preview {
  files: { name: string; kind: Kind; records: number }[]
  /** Transcripts that are not here yet, and those that are. */
  fresh: number
  existing: number
  /** Rows of votes on labels. */
  votes: number
  labels: string[]
  voters: number
  shown: ShownTranscript[]
  refused: Refused[]
  refusedCount: number
  blank: number
  collection: { id: string; isNew: boolean; holds: number; willHold: number } | null
}

/** What an import did, up to now. */
export interface Progress {
  created: number
  existing: number
  /** In order; once each. */
  ids: string[]
  refused: Refused[]
  refusedCount: number
  blank: number
}

/** What a list says of an import. */
export interface ImportLine {
  id: string
  state: State
  files: StagedFile[]
  counts: { created: number; existing: number; refused: number } | null
  createdAt: number
}

export interface Import {
  id: string
  memberId: string
  state: State
  format: Choice
  collection: string
  classifier: string
  files: StagedFile[]
  preview: Preview | null
  report: Progress | null
  failure: string | null
  /** How often work on it began. */
  attempts: number
  createdAt: number
  startedAt: number | null
  endedAt: number | null
}

/** Records that can be kept. */
export const importable = ({ fresh, existing, votes }: Preview) => fresh + existing + votes

/** Records of all kinds, those that are refused included. */
export const recordsIn = (preview: Preview) => importable(preview) + preview.refusedCount
