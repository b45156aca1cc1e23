import { everything } from './question.ts'

/** Where a question was about one turn, which. */
interface About {
  transcript: string
  turn: number | null
}

/** What a run did, as `--json` prints it. */
export interface ClassifyReport {
  classifier: string
  label: string
  model: string
  /** The prompt's SHA-256. */
  prompt: string
  /** Questions that there were, of which so many had an answer before. */
  questions: number
  skipped: number
  /** Answers that came, could be read and say yes or no. */
  yes: number
  no: number
  /** Excerpts that carry the label by these. */
  labelled: number
  /** Without an answer that can be read. `kept`: the answer is kept as it came. */
  refused: (About & { reason: string; kept: boolean })[]
  /** Quotes that were not found in what was asked about. */
  unplaced: (About & { quote: string; reason: string })[]
  /** How often something was asked again. */
  again: number
  tokens: { prompt: number; completion: number; total: number; untold: number }
  /** Why the run ended before all was asked; null where it did not. */
  stopped: string | null
}

export function emptyReport(about: Pick<ClassifyReport, 'classifier' | 'label' | 'model' | 'prompt'>): ClassifyReport {
  const tokens = { prompt: 0, completion: 0, total: 0, untold: 0 }
  const counts = { questions: 0, skipped: 0, yes: 0, no: 0, labelled: 0, again: 0 }
  return { ...about, ...counts, refused: [], unplaced: [], tokens, stopped: null }
}

export const aboutOf = ({ transcriptId, turn }: { transcriptId: string; turn: number }): About => ({
  transcript: transcriptId,
  turn: turn === everything ? null : turn,
})

interface Cost {
  promptTokens: number | null
  completionTokens: number | null
}

export function addTokens({ tokens }: ClassifyReport, { promptTokens, completionTokens }: Cost) {
  if (promptTokens === null && completionTokens === null) tokens.untold++
  tokens.prompt += promptTokens ?? 0
  tokens.completion += completionTokens ?? 0
  tokens.total = tokens.prompt + tokens.completion
}
