export interface PromptRow {
  hash: string
  words: string
  created_at: number
}

export interface ClassifierRow {
  id: string
  key: string
  name: string
  label_id: string
  model: string
  prompt_hash: string
  role: string | null
  member_id: string
  created_at: number
}

export interface AnswerRow {
  id: string
  classifier_id: string
  transcript_id: string
  /** -1: all of the transcript. */
  turn: number
  fits: number | null
  score: number | null
  raw: string
  why: string | null
  prompt_tokens: number | null
  completion_tokens: number | null
  answered_at: number
}

export interface AnswerQuoteRow {
  answer_id: string
  position: number
  quote: string
  excerpt_id: string | null
  why: string | null
}
