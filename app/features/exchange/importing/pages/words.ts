import type { Choice, Kind, State } from '../import.ts'

export const choiceWords: Record<Choice, string> = {
  auto: 'As each looks',
  text: 'Text: one dialogue a file',
  messages: 'Messages: JSON or JSON lines, ChatGPT’s too',
  inspect: 'A log of Inspect: .eval or .json',
  gold: 'Labelled samples',
  judged: 'Judged transcripts, with a CSV of verdicts',
  labels: 'Votes on labels: a CSV',
}

export const kindWords: Record<Kind, string> = {
  text: 'text',
  messages: 'messages',
  inspect: 'a log of Inspect',
  gold: 'labelled samples',
  judged: 'judged transcripts',
  labels: 'votes on labels',
  chatgpt: 'conversations with ChatGPT',
  predictions: 'a classifier’s answers',
  verdicts: 'verdicts of judges',
  nothing: 'nothing that is known here',
}

export const stateWords: Record<State, string> = {
  staging: 'coming in',
  reading: 'being looked at',
  staged: 'waits for you',
  waiting: 'waits its turn',
  running: 'under way',
  stopping: 'being stopped',
  stopped: 'stopped',
  done: 'done',
  failed: 'not imported',
}

export const sizeOf = (bytes: number) =>
  bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
