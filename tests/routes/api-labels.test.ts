import { beforeAll, expect, test } from 'vitest'
import { newExcerpt } from '#tests/features/labels/support.ts'
import { type Client, call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('Labels over the API', (site) => {
  let wren: Client
  let heron: Client
  let transcriptId: string
  let excerptId: string

  beforeAll(async () => {
    wren = await newClient(site(), 'Wren')
    heron = await newClient(site(), 'Heron')
    excerptId = await newExcerpt(site().db, wren.member, 'I would rather not 🙂.')
    transcriptId = (await call(site(), 'GET', `/excerpts/${excerptId}`)).body.transcriptId
  })

  const propose = async (name: string) => (await wren.call('POST', '/labels', { name })).body.id as string
  const voteAddress = (labelId: string, excerpt = excerptId) => `/excerpts/${excerpt}/labels/${labelId}/vote`

  test('a label is proposed once; its name again, in another case, answers 200 with it', async () => {
    const draft = { name: 'open refusal', definition: 'Declines to the face.', examples: 'No.', counterExamples: null }
    const made = await wren.call('POST', '/labels', draft)
    const { id } = made.body
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'open refusal', definition: draft.definition, counterExamples: '' },
    })
    expect(made.headers.get('location')).toBe(`/api/v1/labels/${id}`)
    expect(await heron.call('POST', '/labels', { name: 'Open  Refusal' })).toMatchObject({ status: 200, body: { id } })
    expect(await call(site(), 'GET', `/labels/${id}`)).toMatchObject({ status: 200, body: made.body })
    const list = await call(site(), 'GET', '/labels?limit=200')
    expect(list.body).toMatchObject({ items: expect.arrayContaining([made.body]), next: null })
  })

  test('the first vote puts the label on the excerpt, and every vote answers the labelling', async () => {
    const labelId = await propose('compromise')
    const first = await wren.call('PUT', voteAddress(labelId), { value: 'agree' })
    const counts = { agree: 1, disagree: 0, unsure: 0 }
    const earlier = { earlier: { agree: 0, disagree: 0, unsure: 0 }, mineIsEarlier: false }
    const labelling = { labelId, name: 'compromise', ...counts, state: 'open', machine: null, ...earlier }
    expect(first).toMatchObject({ status: 200 })
    expect(first.body).toEqual({ ...labelling, mine: 'agree' })
    const changed = await heron.call('PUT', voteAddress(labelId), { value: 'unsure' })
    expect(changed.body).toEqual({ ...labelling, unsure: 1, mine: 'unsure' })
    const excerpt = await call(site(), 'GET', `/excerpts/${excerptId}`)
    expect(excerpt.body).toMatchObject({ id: excerptId, transcriptId, exact: 'I would rather not 🙂.', citedBy: [] })
    expect(excerpt.body.labels).toContainEqual({ ...labelling, unsure: 1, mine: null })
    await heron.call('DELETE', voteAddress(labelId))
    expect((await wren.call('DELETE', voteAddress(labelId))).body).toEqual({ ...labelling, agree: 0, mine: null })
    const after = await call(site(), 'GET', `/excerpts/${excerptId}`)
    expect(after.body.labels.map((one: { labelId: string }) => one.labelId)).not.toContain(labelId)
  })

  test('an excerpt names the posts and comments that cite it', async () => {
    const cited = await newExcerpt(site().db, wren.member, 'Cited words.')
    const post = await wren.call('POST', '/posts', { title: 'On a letter', body: 'See.', evidence: [cited] })
    const { body } = await call(site(), 'GET', `/excerpts/${cited}`)
    expect(body.citedBy).toEqual([{ type: 'post', id: post.body.id }])
    const page = await (await fetch(`${site().address}/excerpts/${cited}`)).text()
    expect(page).toContain(`<a href="/posts/${post.body.id}">On a letter</a>`)
  })

  test('fifty votes at once end in exact counts', async () => {
    const labelId = await propose('doubts the setup')
    const voters = await Promise.all(Array.from({ length: 25 }, (_, n) => newClient(site(), `voter-${n}`)))
    const values = ['agree', 'disagree'] as const
    const sent = voters.flatMap((voter, n) =>
      ['unsure', values[n % 2]].map((value) => voter.call('PUT', voteAddress(labelId), { value })),
    )
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(sent.map(() => 200))
    await Promise.all(voters.map((voter, n) => voter.call('PUT', voteAddress(labelId), { value: values[n % 2] })))
    const { body } = await call(site(), 'GET', `/excerpts/${excerptId}`)
    const labelling = body.labels.find((one: { labelId: string }) => one.labelId === labelId)
    expect(labelling).toMatchObject({ agree: 13, disagree: 12, unsure: 0, state: 'contested' })
  })

  test.each([
    ['name', {}],
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(81) }],
    ['name', { name: 5 }],
    ['definition', { name: 'x', definition: 'x'.repeat(2001) }],
  ])('a proposal that breaks a limit is a 422 that names %s', async (field, body) => {
    const answer = await wren.call('POST', '/labels', body)
    expect(answer).toMatchObject({ status: 422, body: { errors: { [field]: [expect.any(String)] } } })
  })

  test('a vote without a value, or with another word, is a 422 that names it, and nothing is put on', async () => {
    const labelId = await propose('weighs harms')
    for (const body of [{}, { value: 'yes' }, { value: 1 }]) {
      expect(await wren.call('PUT', voteAddress(labelId), body)).toMatchObject({
        status: 422,
        body: { errors: { value: [expect.any(String)] } },
      })
    }
    const { body } = await call(site(), 'GET', `/excerpts/${excerptId}`)
    expect(body.labels.map((one: { labelId: string }) => one.labelId)).not.toContain(labelId)
  })

  test('unknown ids, and ids of another kind, are a 404', async () => {
    const labelId = await propose('narrates a role')
    const value = { value: 'agree' }
    for (const path of [
      voteAddress('nothing'),
      voteAddress(labelId, 'nothing'),
      voteAddress(excerptId, labelId),
      voteAddress(labelId, transcriptId),
    ]) {
      expect((await wren.call('PUT', path, value)).status).toBe(404)
      expect((await wren.call('DELETE', path)).status).toBe(404)
    }
    for (const path of [
      '/labels/nothing',
      `/labels/${excerptId}`,
      '/excerpts/nothing',
      `/excerpts/${labelId}`,
      '/labels/%00',
      '/excerpts/%F0%9F%99%82',
    ]) {
      expect((await wren.call('GET', path)).status).toBe(404)
    }
  })

  test('a visitor reads but neither proposes nor votes', async () => {
    expect((await call(site(), 'POST', '/labels', { name: 'x' })).status).toBe(401)
    const labelId = await propose('names the setup')
    expect((await call(site(), 'PUT', voteAddress(labelId), { value: 'agree' })).status).toBe(401)
    expect((await call(site(), 'DELETE', voteAddress(labelId))).status).toBe(401)
  })
})

describeSiteOnBothEngines('The picture of an excerpt', (site) => {
  const pictureOf = async (id: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${site().address}/excerpts/${id}/picture.png`, { headers })
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
  }

  test('is a PNG of 1200 × 630 that changes with the votes and is known by its ETag', async () => {
    const dove = await newClient(site(), 'Dove')
    const id = await newExcerpt(site().db, dove.member, 'Ünïcode 🙂 漢字 שלום <b>')
    const before = await pictureOf(id)
    expect(before.answer.status).toBe(200)
    expect(before.answer.headers.get('content-type')).toBe('image/png')
    expect(before.bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect([before.bytes.readUInt32BE(16), before.bytes.readUInt32BE(20)]).toEqual([1200, 630])
    const etag = before.answer.headers.get('etag') as string
    expect((await pictureOf(id, { 'if-none-match': etag })).answer.status).toBe(304)
    const labelId = (await dove.call('POST', '/labels', { name: 'odd' })).body.id
    await dove.call('PUT', `/excerpts/${id}/labels/${labelId}/vote`, { value: 'agree' })
    const after = await pictureOf(id, { 'if-none-match': etag })
    expect(after.answer.status).toBe(200)
    expect(after.bytes.equals(before.bytes)).toBe(false)
  })

  test('of an unknown excerpt is a 404', async () => {
    expect((await pictureOf('nothing')).answer.status).toBe(404)
  })
})
