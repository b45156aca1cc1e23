import { collectionAsked, namesIn } from '#app/features/transcripts/collections.server.ts'
import { titleFrom } from '#app/features/transcripts/transcript.ts'
import { transcriptHash } from '#app/features/transcripts/transcripts.server.ts'
import { isRefusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { reasonOf } from '../formats/placed.ts'
import { finderOf } from '../imports/import-labels.server.ts'
import { Counting } from './counting.ts'
import type { Preview } from './import.ts'
import * as queries from './preview.queries.server.ts'
import type { ReadFile } from './read-files.ts'

type Held = { id: string; title: string }[]

/** What an import of these would make, as the database is now. Writes nothing. */
export async function previewOf(
  db: Db,
  files: ReadFile[],
  collection: string,
  rest: () => Promise<void>,
): Promise<Preview> {
  const known = await heldBy(db, collection)
  const isKnown = finding(known ?? [])
  const counting = new Counting(transcriptHash)
  for (const file of files) for (const _ of counting.count(file, isKnown)) await rest()
  const ids = await queries.selectIdsByHash(db, [...counting.hashes])
  const fresh = counting.hashes.size - ids.size
  const { refused, refusedCount, repeated, votes, voters, labels, shown, blank } = counting
  return {
    ...{ files: counting.files, fresh, existing: ids.size + repeated, votes, refused, refusedCount, blank },
    labels: [...labels].slice(0, 200),
    voters: voters.size,
    shown: shown.map((one) => ({ ...one, title: one.title || titleOf(one.turns) })),
    collection: collection ? heldAfter(collection, known, fresh, ids) : null,
  }
}

const titleOf = (turns: Preview['shown'][number]['turns']) => titleFrom(turns as Parameters<typeof titleFrom>[0])

/** What a collection holds; null for one that is not there yet. */
async function heldBy(db: Db, slug: string): Promise<Held | null> {
  try {
    return (await collectionAsked(db, slug)) ? await namesIn(db, slug) : null
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}

/** Why a row that names this transcript will be refused, or nothing. */
function finding(known: Held): (name: string) => string | null {
  const find = finderOf(known)
  return (name) => {
    try {
      find(name)
      return null
    } catch (error) {
      if (isRefusal(error)) return reasonOf(error)
      throw error
    }
  }
}

function heldAfter(id: string, known: Held | null, fresh: number, ids: Map<string, string>): Preview['collection'] {
  const inside = new Set(known?.map((one) => one.id))
  const joining = [...ids.values()].filter((one) => !inside.has(one)).length
  return { id, isNew: known === null, holds: inside.size, willHold: inside.size + fresh + joining }
}
