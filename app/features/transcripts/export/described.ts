import { shortened, thousands } from '#app/lib/text.ts'
import type { TranscriptFacts } from '../transcript.ts'

/** What a transcript is, and how it begins, for whoever has not opened it. */
export function describedAs({ model, condition, turnCount }: TranscriptFacts, begins: string): string {
  const turns = turnCount === 1 ? '1 turn' : `${thousands(turnCount)} turns`
  const facts = [model, condition, turns].filter(Boolean).join(', ')
  return `A transcript: ${facts}. ${begins.trim() ? `It begins: “${shortened(begins, 160)}”` : ''}`.trim()
}
