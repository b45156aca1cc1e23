import { now } from '#app/lib/clock.ts'
import { sha256 } from '#app/lib/digest.server.ts'
import { invalid, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { PasteRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { refuseInFields } from '../bringing/bring-pasted.server.ts'
import { draftOf, type PasteFields } from '../bringing/pasted.ts'
import { TranscriptDraft } from '../transcript.ts'
import { mostWaitingBytes, type Paste, pasteHours, refuseTooLong, saidIn, turnsIn } from './paste.ts'
import * as queries from './pastes.queries.server.ts'

// No deed that anybody sees: nothing here is recorded.

/** Keeps a pasted text for a day, for whoever has the secret; in place of the one they had. */
export async function stagePaste(db: Db, secret: string, text: string): Promise<void> {
  const bytes = refuseTooLong(text)
  checkDraft({ text, said: {} })
  const said = JSON.stringify({ previewed: turnsIn({ text, said: {} }).key })
  const row: PasteRow = { key: sha256(secret), text, said, bytes, excerpt_id: null, ends_at: endOf() }
  await inTransaction(db, async (tx) => {
    if ((await queries.selectWaitingBytes(tx, row.key, now())) + bytes > mostWaitingBytes)
      throw invalid({ text: 'So much waits to be published here that there is no room now. It is all still below.' })
    await queries.upsertPaste(tx, row)
  })
}

const endOf = () => now() + pasteHours * 3_600_000

/** Refuses turns and facts that no transcript may have, beside the text or the field that says them. */
export function checkDraft({ text, said }: Pick<Paste, 'text' | 'said'>) {
  try {
    parse(TranscriptDraft, draftOf(said, turnsIn({ text, said }).turns))
  } catch (error) {
    refuseInFields(error)
  }
}

/** The paste that a secret leads to; nothing once it is over. */
export async function pasteOf(db: Db, secret: string | undefined): Promise<Paste | null> {
  const row = secret && (await queries.selectPaste(db, sha256(secret), now()))
  return row ? { text: row.text, said: JSON.parse(row.said) as PasteFields, excerptId: row.excerpt_id } : null
}

export async function findPaste(db: Db, secret: string | undefined): Promise<Paste> {
  const paste = await pasteOf(db, secret)
  if (!paste) throw notFound('paste any more: they are kept for a day')
  return paste
}

/** Keeps what was chosen for a paste beside what was chosen before; an empty choice takes one back. */
export async function saySo(db: Db, secret: string, fields: PasteFields): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await queries.selectPasteHeld(tx, sha256(secret), now())
    if (!row) throw notFound('paste any more: they are kept for a day')
    const said = saidIn({ ...JSON.parse(row.said), ...fields })
    await queries.updatePaste(tx, sha256(secret), { said: JSON.stringify(said), ends_at: endOf() })
  })
}

/** Publishes a paste once, in the transaction that is open; whoever comes second gets the excerpt that it became. */
export async function publishOnce(tx: Db, secret: string, publish: () => Promise<string>): Promise<string> {
  const key = sha256(secret)
  const row = await queries.selectPasteHeld(tx, key, now())
  if (!row) throw notFound('paste any more: they are kept for a day')
  if (row.excerpt_id) return row.excerpt_id
  const excerptId = await publish()
  await queries.updatePaste(tx, key, { text: '', said: '{}', bytes: 0, excerpt_id: excerptId })
  return excerptId
}

export async function dropPaste(db: Db, secret: string): Promise<void> {
  await inTransaction(db, (tx) => queries.deletePaste(tx, sha256(secret)))
}

/** Drops what nobody published within a day. */
export async function prunePastes(db: Db): Promise<void> {
  await inTransaction(db, (tx) => queries.deletePastesBefore(tx, now()))
}
