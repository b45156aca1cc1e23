import type { Turn } from '../transcript.ts'

/** A transcript as text with a speaker before each turn: as people paste it, and as it is read when it is brought. */
export function plainText(turns: Turn[]): string {
  return turns.map(({ role, speaker, text }) => `${speaker ?? capital(role)}: ${text}\n`).join('\n')
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
