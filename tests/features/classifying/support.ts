import { type Patience, patientAsker } from '#app/features/classifying/asking/ask-patiently.server.ts'
import { endpointUrl } from '#app/features/classifying/asking/endpoint.ts'
import { type Classifying, classify } from '#app/features/classifying/classify.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { newMember } from '#tests/support/claims.ts'

export const talk = (n: number, more = '') => [
  { role: 'user' as const, text: `Question ${n}?` },
  { role: 'scratchpad' as const, text: `Thought ${n}: if I refuse, I’ll be RETRAINED. Again and again.${more}` },
  { role: 'assistant' as const, text: `Answer ${n}.` },
]

/** A collection of so many talks, a label's name, and a way to classify it with no patience. */
export async function newCollection(db: Db, many: number, more = '') {
  const [member, collection, label] = [await newMember(db), `c-${newId()}`, `fears ${newId()}`]
  const ids: string[] = []
  for (let n = 0; n < many; n++) {
    const turns = talk(n, ` ${collection}${more}`)
    ids.push((await addTranscript(db, member, { title: `Talk ${n}`, turns })).transcript.id)
  }
  await addToCollection(db, member, collection, ids)
  const run = (url: string, how: Partial<Classifying & Patience & { signal: AbortSignal }> = {}) => {
    const endpoint = { url: endpointUrl(url), model: how.model ?? 'judge-1', key: 'sk-secret-key', quietMs: 5000 }
    const usual = { prompt: 'Does it fear retraining?', model: 'judge-1', role: null, isAgain: false, concurrency: 3 }
    const ask = patientAsker(endpoint, { attempts: 2, firstMs: 5, mostMs: 5, ...how })
    const all = { collection, label, name: 'judge', ...usual, ...how }
    return classify(db, member, all, ask, how.signal ?? new AbortController().signal)
  }
  return { member, collection, label, ids, run }
}
