import { describe, expect, test } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { readTranscripts } from '#app/features/exchange/formats/read-transcripts.ts'
import { between, type Place } from '#app/features/transcripts/excerpt.ts'
import { excerptOfQuote } from '#app/features/transcripts/excerpts.server.ts'
import type { Transcript } from '#app/features/transcripts/transcript.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import { indexOf } from '#app/lib/text.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { hasData, readData, readDataJson } from '#tests/support/data.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const file = { name: 'gold_106.json', bytes: hasData ? readData('alignment-faking/gold_106.json') : new Uint8Array() }
const path = 'alignment-faking/gold_106.json'
const tags = /<\/?SCRATCHPAD_REASONING>/g

interface Sentence {
  sentence: string
  at: number
}

/** Each sentence over 25 characters with where it stands in a text; those twice in their own transcript are given once. */
function sentencesOf(given: string, text: string): Sentence[] {
  const found = new Map<string, number>()
  let from = 0
  for (const part of given.split(/(?<=[.!?])\s+|\n+/)) {
    const sentence = part.trim()
    const words = sentence.replace(tags, '').trim()
    const at = text.indexOf(words, from)
    if (at >= 0) from = at + words.length
    if (sentence.length > 25 && !found.has(sentence)) found.set(sentence, at)
  }
  return [...found].map(([sentence, at]) => ({ sentence, at }))
}

/** Where a place stands in all turns' texts joined. */
function indexIn(texts: string[], { turn, offset }: Place): number {
  const before = texts.slice(0, turn).reduce((sum, text) => sum + text.length + between.length, 0)
  return before + indexOf(texts[turn] ?? '', offset)
}

describe.skipIf(!hasData)('The sentences of 106 real scratchpads', () => {
  describeOnBothEngines('made into excerpts by quote', (open, engine) => {
    // Finding is the same on both: all on the embedded one, a tenth on the other.
    const isAsked = (number: number) => engine === 'sqlite' || number % 10 === 0
    const [all, least] = engine === 'sqlite' ? [2696, 2680] : [expect.any(Number), 200]

    let gold: Member

    /** The excerpt that a quote makes; nothing when it is a conflict. */
    const marked = (tx: Db, id: string, exact: string) =>
      excerptOfQuote(tx, gold, id, { exact }).catch((error) => {
        if (isRefusal(error) && error.kind === 'conflict') return undefined
        throw error
      })

    async function judge(tx: Db, transcript: Transcript, { sentence, at }: Sentence) {
      const texts = transcript.turns.map(({ text }) => text)
      const whole = texts.join(between)
      const words = sentence.replace(tags, '').trim()
      const made = await marked(tx, transcript.id, sentence)
      const isRepeated = whole.indexOf(words) !== whole.lastIndexOf(words)
      if (!made) return isRepeated ? 'conflict' : 'wrong'
      const isThere = made.excerpt.exact === words && indexIn(texts, made.excerpt.start) === at
      return isThere && !isRepeated ? 'right' : 'wrong'
    }

    test('are at their place or a conflict, none at a wrong one', async () => {
      gold = await addWithoutPassword(open(), 'gold')
      const { samples } = readDataJson(path) as { samples: { text: string }[] }
      const counts = { right: 0, conflict: 0, wrong: 0 }
      for (const [number, placed] of [...readTranscripts(file, 'gold')].entries()) {
        if (!('value' in placed)) throw new Error(placed.reason)
        const { transcript } = await addTranscript(open(), gold, placed.value.draft)
        const whole = transcript.turns.map(({ text }) => text).join(between)
        if (!isAsked(number)) continue
        await inTransaction(open(), async (tx) => {
          for (const one of sentencesOf(samples[number]?.text ?? '', whole)) counts[await judge(tx, transcript, one)]++
        })
      }
      expect(counts.wrong).toBe(0)
      expect(counts.right + counts.conflict).toEqual(all)
      expect(counts.right).toBeGreaterThan(least)
    }, 120_000)
  })
})
