import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import type { Member } from '#app/features/accounts/member.ts'
import { newId } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'

export const someMember = (db: Db, role?: Member['role']) => addWithoutPassword(db, `m${newId()}`, role)

/** A claim with two framings and two standpoints, another claim with one of each, two excerpts and a label: bare rows, as a room below would make them. */
export async function someThings(db: Db) {
  const member = await someMember(db)
  return inTransaction(db, async (tx) => {
    const made = { member_id: member.id, created_at: 1 }
    const claim = await addClaim(tx, made, 2)
    const other = await addClaim(tx, made, 1)
    const transcriptId = newId()
    const row = {
      id: transcriptId,
      hash: transcriptId,
      title: 'A letter',
      model: null,
      condition: null,
      source: null,
      licence: null,
    }
    const counts = { completeness: 'whole' as const, scores: '{}', turn_count: 1, excerpt_count: 2 }
    await tx
      .insertInto('transcripts')
      .values({ ...row, ...counts, ...made })
      .execute()
    const excerpts = [await addExcerpt(tx, made, transcriptId, 0), await addExcerpt(tx, made, transcriptId, 5)]
    const labelId = newId()
    const label = {
      id: labelId,
      name: `Label ${labelId}`,
      name_key: labelId,
      definition: 'd',
      examples: '',
      counter_examples: '',
      version: 1,
      meaning: 1,
      merged_into: null,
      also_called: '',
      retired_at: null,
    }
    await tx
      .insertInto('labels')
      .values({ ...label, ...made })
      .execute()
    return { member, claim, other, transcriptId, excerpts: excerpts as [string, string], labelId }
  })
}

type Made = { member_id: string; created_at: number }

async function addClaim(tx: Db, made: Made, count: number) {
  const id = newId()
  const words = {
    kind: 'case' as const,
    statement: 'What it does',
    context_html: '',
    context: 'A setup',
    asks: '',
    settled_by: '',
    differs: '',
  }
  await tx
    .insertInto('claims')
    .values({ id, ...words, variant_of: null, version: 1, meaning: 1, ...made })
    .execute()
  const framings: string[] = []
  const standpoints: string[] = []
  for (let position = 0; position < count; position++) {
    const [framing, standpoint] = [newId(), newId()]
    const named = { name: `Framing ${position}`, name_key: framing, definition: 'd', coined_by: '', claim_id: null }
    await tx
      .insertInto('framings')
      .values({ id: framing, ...named, built_in: 0, version: 1, meaning: 1, also_called: '', hue: position, ...made })
      .execute()
    await tx
      .insertInto('claim_framings')
      .values({ claim_id: id, framing_id: framing, position, rationale: '', ...made })
      .execute()
    const at = {
      id: standpoint,
      claim_id: id,
      name: `Standpoint ${position}`,
      name_key: standpoint,
      definition: 'd',
      proposition_id: null,
    }
    await tx
      .insertInto('standpoints')
      .values({ ...at, position, version: 1, meaning: 1, ...made })
      .execute()
    framings.push(framing)
    standpoints.push(standpoint)
  }
  return { id, framings: framings as [string, string], standpoints: standpoints as [string, string] }
}

async function addExcerpt(tx: Db, made: Made, transcriptId: string, offset: number) {
  const id = newId()
  const span = {
    transcript_id: transcriptId,
    start_turn: 0,
    start_offset: offset,
    end_turn: 0,
    end_offset: offset + 4,
    whole: 0,
  }
  await tx
    .insertInto('excerpts')
    .values({ id, ...span, exact: 'kept', prefix: 'it ', suffix: ' to it', ...made })
    .execute()
  return id
}
