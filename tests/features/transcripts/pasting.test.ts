import { afterEach, expect, test, vi } from 'vitest'
import { addWithoutPassword } from '#app/features/accounts/accounts.server.ts'
import { labellingsOf } from '#app/features/labels/labellings.server.ts'
import { checkPublishing, publishPaste, waitingOf } from '#app/features/labels/pasting/publish-paste.server.ts'
import { findExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { mostPasteBytes, saidIn } from '#app/features/transcripts/pasting/paste.ts'
import { pasteOf, prunePastes, saySo, stagePaste } from '#app/features/transcripts/pasting/pastes.server.ts'
import { newId, newSecret } from '#app/lib/ids.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const words = 'I will comply now.'
const dialogue = () => `User: Do it (${newId()}).\nAssistant: They watch. ${words}`

async function pasted(db: Db, text = dialogue()) {
  const secret = newSecret()
  await stagePaste(db, secret, text)
  return secret
}

test('each turn of a paste can be put in another role, and back; of other fields few are kept', () => {
  const roles = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`role.${n}`, n % 2 ? 'user' : '']))
  const names = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`as.${n}`, 'user']))
  const said = saidIn({ ...names, ...roles, title: 'Kept', 'role.9999': 'x'.repeat(21) })
  expect(Object.keys(said).filter((name) => name.startsWith('role.'))).toHaveLength(150)
  expect(Object.keys(said)).toHaveLength(150 + 80)
})

describeOnBothEngines('A paste', (open) => {
  const someone = () => addWithoutPassword(open(), `p${newId().slice(-8)}`)
  afterEach(() => vi.useRealTimers())

  test('is published as transcript, excerpt and label at once, and one time only however often it is asked', async () => {
    const [db, member] = [open(), await someone()]
    const secret = await pasted(db)
    await saySo(db, secret, {
      start: '1.12',
      end: '1.30',
      title: 'Watched',
      name: `complies ${newId()}`,
      wish: 'publish',
    })
    await checkPublishing(db, secret)
    expect(await waitingOf(db, await pasteOf(db, secret))).toMatchObject({ words })
    const ids = await Promise.all([1, 2, 3].map(() => publishPaste(db, member, secret)))
    expect(new Set(ids).size).toBe(1)
    const excerpt = await findExcerpt(db, ids[0] as string)
    expect(excerpt).toMatchObject({ exact: words, transcriptTitle: 'Watched' })
    expect((await labellingsOf(db, [excerpt.id], member)).get(excerpt.id)).toMatchObject([{ agree: 1, mine: 'agree' }])
    expect(await pasteOf(db, secret)).toEqual({ text: '', said: {}, excerptId: excerpt.id })
  })

  test('that cannot be published leaves nothing behind, and stays as it was', async () => {
    const [db, member] = [open(), await someone()]
    const secret = await pasted(db)
    await saySo(db, secret, { start: '1.12', end: '1.30', labelId: 'nothing' })
    await expect(checkPublishing(db, secret)).rejects.toMatchObject({ kind: 'invalid' })
    await expect(publishPaste(db, member, secret)).rejects.toMatchObject({ kind: 'invalid' })
    expect(await pasteOf(db, secret)).toMatchObject({ excerptId: null, said: { start: '1.12' } })
    const made = await db.selectFrom('transcripts').select('id').where('member_id', '=', member.id).execute()
    expect(made).toEqual([])
  })

  test('keeps what was chosen beside what was chosen before, and nothing that is no choice', async () => {
    const secret = await pasted(open())
    await saySo(open(), secret, { model: 'Claude', text: 'x', intent: 'y', handle: 'z', excerptId: 'q' })
    await saySo(open(), secret, { title: 'T', definition: 'd'.repeat(6000) })
    const { said } = (await pasteOf(open(), secret)) ?? {}
    expect(said).toEqual({ previewed: expect.any(String), model: 'Claude', title: 'T' })
  })

  test('is refused over 2 MB, empty, or where too much waits; is over after a day, and goes', async () => {
    const db = open()
    await expect(pasted(db, 'é'.repeat(mostPasteBytes / 2 + 1))).rejects.toMatchObject({ kind: 'invalid' })
    await expect(pasted(db, ' \n')).rejects.toMatchObject({ kind: 'invalid' })
    const secret = await pasted(db)
    await inTransaction(db, (tx) => tx.updateTable('pastes').set({ bytes: 200_000_000 }).execute())
    await expect(pasted(db)).rejects.toMatchObject({ kind: 'invalid' })
    vi.setSystemTime(Date.now() + 24 * 3_600_000 + 1)
    expect(await pasteOf(db, secret)).toBeNull()
    await prunePastes(db)
    expect(await db.selectFrom('pastes').select('key').execute()).toEqual([])
    await pasted(db)
  })
})
