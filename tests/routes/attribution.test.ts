import { expect, test } from 'vitest'
import { unclaimedMember } from '#app/features/accounts/accounts.server.ts'
import { follow, followedBy } from '#app/features/notifications/follows.server.ts'
import { newId } from '#app/lib/ids.ts'
import { inTransaction } from '#db/transaction.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { describeSiteOnBothEngines, type Site } from '#tests/support/site.ts'

async function moderatorIn(site: Site): Promise<string> {
  const handle = `mod-${newId()}`
  const body = new URLSearchParams({ handle, password: 'a long enough password' })
  const answer = await fetch(`${site.address}/join`, { method: 'POST', redirect: 'manual', body })
  await inTransaction(site.db, (tx) =>
    tx.updateTable('members').set({ role: 'moderator' }).where('handle', '=', handle).execute(),
  )
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describeSiteOnBothEngines('Granting who an imported author is', (site) => {
  test('moves whoever followed the imported author along, once each, and nobody to themselves', async () => {
    const { db } = site()
    const author = await unclaimedMember(db, `Author ${newId()}`)
    const [member, one, both] = [await someMember(db), await someMember(db), await someMember(db)]
    for (const follower of [member, one, both]) await follow(db, follower, { kind: 'member', id: author.id })
    await follow(db, both, { kind: 'member', id: member.id })
    const answer = await fetch(`${site().address}/members/${encodeURIComponent(author.handle)}/attribution`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: await moderatorIn(site()) },
      body: new URLSearchParams({ intent: 'grant', handle: member.handle }),
    })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/members/${member.handle}`])
    const followed = async (who: typeof one) =>
      (await followedBy(db, who, { limit: 10, after: null })).items.map(({ id }) => id)
    expect(await followed(one)).toEqual([member.id])
    expect(await followed(both)).toEqual([member.id])
    expect(await followed(member)).toEqual([])
  })
})
