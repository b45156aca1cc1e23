import { expect, test } from 'vitest'
import { labelByMachine } from '#app/features/labels/labellings.server.ts'
import { type Client, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('That something showed a member how others label words', (site) => {
  let count = 0
  const client = () => newClient(site(), `reader-${count++}`)
  /** An excerpt with a label over which two are split, cited by a post that relies on the label, and an annotation that tags it. */
  const scene = async () => {
    const [author, other, third] = [await client(), await client(), await client()]
    const turns = [{ role: 'assistant', text: `I would rather keep it. ${author.member.id}` }]
    const transcript = (await author.call('POST', '/transcripts', { turns })).body.id as string
    const mark = async (exact: string) =>
      (await author.call('POST', `/transcripts/${transcript}/excerpts`, { exact })).body.id as string
    const [excerpt, byMachine] = [await mark('I would rather'), await mark('keep it')]
    const label = (await author.call('POST', '/labels', { name: `keeps ${author.member.handle}` })).body.id as string
    await author.call('PUT', `/excerpts/${excerpt}/labels/${label}/vote`, { value: 'agree' })
    await other.call('PUT', `/excerpts/${excerpt}/labels/${label}/vote`, { value: 'disagree' })
    await third.call('PUT', `/excerpts/${excerpt}/labels/${label}/vote`, { value: 'agree' })
    await labelByMachine(site().db, author.member, byMachine, label, { classifier: 'm', score: 1 })
    const claim = (
      await author.call('POST', '/claims', {
        statement: 'It did.',
        framings: [{ name: `f ${count}`, definition: 'f' }],
      })
    ).body
    const evidence = [{ excerptId: excerpt, labelId: label }]
    const bearing = { claimId: claim.id, framingId: claim.framings[0].id, direction: 'for' }
    const post = (await author.call('POST', '/posts', { title: 'Look', body: 'Here.', evidence, bearing })).body
      .id as string
    const thread = `/threads/post/${post}/comments`
    const comment = (await author.call('POST', thread, { body: 'And here.', evidence })).body.id as string
    const tag = { type: 'TextualBody', purpose: 'tagging', value: `keeps ${author.member.handle}` }
    const sent = await fetch(`${site().address}/annotations/`, {
      method: 'POST',
      headers: { 'content-type': 'application/ld+json', authorization: `Bearer ${other.token}` },
      body: JSON.stringify({
        ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', body: tag },
        target: `${site().address}/excerpts/${byMachine}`,
      }),
    })
    const annotation = (await sent.json()).id.split('/').at(-1) as string
    return { transcript, excerpt, byMachine, label, claim: claim.id as string, post, comment, thread, annotation }
  }
  const read = async (who: Client | null, path: string) => {
    const headers = who ? { authorization: `Bearer ${who.token}` } : undefined
    const answer = await fetch(site().address + path, { headers })
    await answer.arrayBuffer()
    expect(answer.status, path).toBe(200)
  }
  const shownTo = async (who: Client, ids: string[]) => {
    const rows = await site()
      .db.selectFrom('showings')
      .select('excerpt_id')
      .where('member_id', '=', who.member.id)
      .execute()
    return ids.filter((id) => rows.some((row) => row.excerpt_id === id))
  }

  test('is noted wherever it does, for members alone', async () => {
    const { transcript, excerpt, byMachine, claim, post, comment, thread, annotation } = await scene()
    const ways: [path: string, shown: string[]][] = [
      [`/transcripts/${transcript}`, [excerpt, byMachine]],
      [`/transcripts/${transcript}?role=user`, [excerpt]],
      [`/transcripts/${transcript}/export.html`, [excerpt, byMachine]],
      [`/transcripts/${transcript}/beside/${transcript}`, [excerpt, byMachine]],
      [`/excerpts/${excerpt}`, [excerpt]],
      [`/excerpts/${excerpt}/picture.png`, [excerpt]],
      [`/posts/${post}`, [excerpt]],
      [`/comments/${comment}`, [excerpt]],
      [`/claims/${claim}`, [excerpt]],
      [`/labels/disputed`, [excerpt]],
      [`/api/v1/excerpts/${excerpt}`, [excerpt]],
      [`/api/v1/posts/${post}`, [excerpt]],
      [`/api/v1/posts`, [excerpt]],
      [`/api/v1/comments/${comment}`, [excerpt]],
      [`/api/v1${thread}`, [excerpt]],
      [`/api/v1/claims/${claim}/arguments`, [excerpt]],
      [`/annotations/${annotation}`, [byMachine]],
    ]
    for (const [path, shown] of ways) {
      const who = await client()
      await read(who, path)
      expect([path, await shownTo(who, [excerpt, byMachine])]).toEqual([path, shown])
      await read(null, path)
    }
  })

  test('is not noted where nothing of it is said', async () => {
    const { transcript, excerpt, byMachine, post } = await scene()
    const who = await client()
    for (const path of [
      `/api/v1/transcripts/${transcript}`,
      `/transcripts/${transcript}/raw.txt`,
      `/transcripts/${transcript}/mark?turn=0`,
      `/annotations/${excerpt}`,
      '/labels/queue',
      '/posts.atom',
      `/posts/${post}.json`,
    ])
      await fetch(site().address + path, { headers: { authorization: `Bearer ${who.token}` } }).then((a) => a.text())
    expect(await shownTo(who, [excerpt, byMachine])).toEqual([])
  })
})
