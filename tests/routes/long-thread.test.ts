import { expect, test } from 'vitest'
import { editComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { vote } from '#app/features/votes/votes.server.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { fill, someThread } from '#tests/features/votes/threads.ts'
import { newCase } from '#tests/support/claims.ts'
import { describeSiteOnBothEngines } from '#tests/support/site.ts'

describeSiteOnBothEngines('A thread of 10,000 comments', (site) => {
  test('sends a page of bounded size that begins with the strongest argument for each framing', async () => {
    const { db } = site()
    const { claim, author } = await newCase(db)
    const { subject } = await someThread(db)
    const argue = async (n: number, body: string) => {
      const bearing = { claimId: claim.id, framingId: claim.framings[n]?.id as string, direction: 'for' as const }
      return (await reply(db, author, subject, { body, bearing })).id
    }
    const arguments_ = [await argue(0, 'It is the one'), await argue(1, 'It is the other')]
    const get = async (path: string) => {
      const answer = await fetch(site().address + path)
      expect(answer.status).toBe(200)
      return answer.text()
    }
    await fill(db, await someMember(db), subject, 100, 2)
    const ofHundreds = await get(`/posts/${subject.id}?sort=new`)
    await fill(db, await someMember(db), subject, 500, 19)
    const page = await get(`/posts/${subject.id}?sort=new`)
    const idsIn = (html: string) => [...html.matchAll(/ id="c-/g)].length
    expect(idsIn(page)).toBeLessThanOrEqual(200)
    expect(idsIn(page)).toBeGreaterThan(50)
    // As much as a thread of 300 sends, beside longer numbers.
    expect(page.length).toBeLessThan(ofHundreds.length * 1.5)
    const above = page.slice(page.indexOf('strongest-heading'), page.indexOf(' id="c-'))
    for (const id of arguments_) expect(above).toContain(`/comments/${id}`)
    for (const sort of ['best', 'old', 'top', 'split'])
      expect(idsIn(await get(`/posts/${subject.id}?sort=${sort}`))).toBeLessThanOrEqual(200)

    // A comment is drawn once per what it shows: after a write, that one alone.
    const shown = [...page.matchAll(/ id="c-([^"]+)"/g)].map(([, id]) => id as string)
    const drawnBy = async (write: () => Promise<unknown>) => {
      await write()
      const before = site().fragments.made
      await get(`/posts/${subject.id}?sort=new`)
      return site().fragments.made - before
    }
    const reader = await someMember(db)
    const target = { kind: 'comment' as const, id: shown.at(-1) as string }
    expect(await drawnBy(() => vote(db, reader, target, 'agreement', 1))).toBe(1)
    const own = await reply(db, reader, subject, { body: 'New here' })
    // The new one, and the links to what gives way to it.
    expect(await drawnBy(async () => {})).toBeLessThan(12)
    expect(await drawnBy(() => editComment(db, reader, own.id, { body: 'Said otherwise' }))).toBe(1)
    expect(await get(`/posts/${subject.id}?sort=new`)).toContain('Said otherwise')
  })
})
