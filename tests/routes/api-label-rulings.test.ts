import { beforeAll, expect, test } from 'vitest'
import { newExcerpt } from '#tests/features/labels/support.ts'
import { type Client, call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('What moderators decide of labels, over the API', (site) => {
  let wren: Client
  let heron: Client
  let judge: Client
  let names = 0

  beforeAll(async () => {
    wren = await newClient(site(), 'Wren')
    heron = await newClient(site(), 'Heron')
    judge = await newClient(site(), 'Judge', 'moderator')
  })

  const propose = async (definition = 'First.') =>
    (await wren.call('POST', '/labels', { name: `term ${++names}`, definition })).body.id as string
  const vote = (who: Client, excerptId: string, labelId: string, value: string) =>
    who.call('PUT', `/excerpts/${excerptId}/labels/${labelId}/vote`, { value })
  const page = (path: string) => fetch(site().address + path, { redirect: 'manual' })

  test('a merged label leads to the other: by page, feed and API; its votes stand there on earlier words', async () => {
    const [from, into] = [await propose(), await propose()]
    const excerptId = await newExcerpt(site().db, wren.member)
    await vote(wren, excerptId, from, 'agree')
    await vote(heron, excerptId, from, 'disagree')
    const comment = await heron.call('POST', `/threads/label/${from}/comments`, { body: 'Where is its edge?' })
    const put = { into, why: 'The same.' }
    expect((await wren.call('PUT', `/labels/${from}/merge`, put)).status).toBe(403)
    expect(await judge.call('PUT', `/labels/${from}/merge`, put)).toMatchObject({
      status: 200,
      body: { mergedInto: into },
    })
    for (const path of [`/labels/${from}`, `/labels/${from}.atom`, `/labels/${from}.json`, `/api/v1/labels/${from}`]) {
      const answer = await page(path)
      expect([answer.status, answer.headers.get('location')], path).toEqual([302, path.replace(from, into)])
    }
    expect((await call(site(), 'GET', `/labels/${from}`)).body).toMatchObject({ id: into })
    const [labelling] = (await heron.call('GET', `/excerpts/${excerptId}`)).body.labels
    const earlier = { agree: 1, disagree: 1, unsure: 0 }
    expect(labelling).toMatchObject({
      labelId: into,
      agree: 0,
      disagree: 0,
      earlier,
      mine: 'disagree',
      mineIsEarlier: true,
    })
    expect((await vote(heron, excerptId, into, 'disagree')).body).toMatchObject({ disagree: 1, mineIsEarlier: false })
    const refused = await vote(heron, excerptId, from, 'agree')
    expect(refused).toMatchObject({ status: 409, body: { movedTo: into, detail: expect.stringContaining('merged') } })
    const said = await page(`/comments/${comment.body.id}`)
    expect(said.headers.get('location')).toContain(`/comments/${comment.body.id}/context`)
    const history = await (await fetch(`${site().address}/labels/${from}?sort=new`)).text()
    expect(history).toContain('Where is its edge?')
    expect(history).toContain('The same.')
  })

  test('a merge is taken back with null, and both are in the history', async () => {
    const [from, into] = [await propose(), await propose()]
    await judge.call('PUT', `/labels/${from}/merge`, { into, why: 'The same.' })
    const circle = await judge.call('PUT', `/labels/${into}/merge`, { into: from, why: 'x' })
    expect(circle).toMatchObject({ status: 409, body: { detail: expect.stringContaining('circle') } })
    const back = await judge.call('PUT', `/labels/${from}/merge`, { into: null, why: 'They differ.' })
    expect(back).toMatchObject({ status: 200, body: { id: from, mergedInto: null } })
    const { body } = await call(site(), 'GET', `/labels/${into}/history`)
    expect(body.rulings).toMatchObject([
      { kind: 'parted', labelId: from, into, why: 'They differ.', moderator: { handle: 'Judge' } },
      { kind: 'merged', labelId: from, into, why: 'The same.' },
    ])
    for (const [field, given] of [
      ['why', { into, why: '' }],
      ['into', { into: from, why: 'x' }],
      ['into', { into: 'nothing', why: 'x' }],
    ] as const)
      expect(await judge.call('PUT', `/labels/${from}/merge`, given)).toMatchObject({
        ...{ status: 422, body: { errors: { [field]: [expect.any(String)] } } },
      })
  })

  test('an edit leaves what it does not name, and is said to change the meaning after all', async () => {
    const id = await propose()
    const excerptId = await newExcerpt(site().db, wren.member)
    await vote(wren, excerptId, id, 'agree')
    const edit = { examples: 'No, thanks.', change: 'same' }
    expect((await heron.call('PATCH', `/labels/${id}`, edit)).status).toBe(403)
    expect((await wren.call('PATCH', `/labels/${id}`, { examples: 'x' })).status).toBe(422)
    const edited = await wren.call('PATCH', `/labels/${id}`, edit)
    expect(edited.body).toMatchObject({ definition: 'First.', examples: 'No, thanks.', version: 2 })
    const dispute = { change: 'changed', why: 'It turned round.' }
    expect((await wren.call('PATCH', `/labels/${id}/versions/2`, dispute)).status).toBe(403)
    expect((await judge.call('PATCH', `/labels/${id}/versions/2`, dispute)).status).toBe(200)
    for (const version of ['1', '2', '9', 'x', '1e9'])
      expect((await judge.call('PATCH', `/labels/${id}/versions/${version}`, dispute)).status).toBe(409)
    const { body } = await call(site(), 'GET', `/labels/${id}/history`)
    expect(body.versions.map((one: { change: string }) => one.change)).toEqual(['changed', 'first'])
    const [labelling] = (await call(site(), 'GET', `/excerpts/${excerptId}`)).body.labels
    expect(labelling).toMatchObject({ agree: 0, earlier: { agree: 1 } })
  })

  test('a retired label is put on nothing more, and says since when and why', async () => {
    const id = await propose()
    const excerptId = await newExcerpt(site().db, wren.member)
    const retire = (retired: boolean, who = judge) =>
      who.call('PUT', `/labels/${id}/retirement`, { retired, why: 'It hid the question.' })
    expect((await retire(true, wren)).status).toBe(403)
    expect((await retire(true)).body).toMatchObject({ retiredAt: expect.stringMatching(/^\d{4}-/) })
    expect((await retire(true)).status).toBe(409)
    expect(await vote(wren, excerptId, id, 'agree')).toMatchObject({ status: 409 })
    expect(await (await page(`/labels/${id}`)).text()).toContain('It hid the question.')
    expect((await retire(false)).body).toMatchObject({ retiredAt: null })
    expect((await vote(wren, excerptId, id, 'agree')).status).toBe(200)
  })

  test('the queue asks without telling, and takes answers as blind votes', async () => {
    const id = await propose()
    const excerptId = await newExcerpt(site().db, wren.member)
    await vote(wren, excerptId, id, 'agree')
    const reader = await newClient(site(), 'Reader')
    expect((await call(site(), 'GET', '/labels/queue')).status).toBe(401)
    const { body } = await reader.call('GET', '/labels/queue')
    expect(JSON.stringify(body)).not.toMatch(/agree/)
    const { question } = body
    const answer = { excerptId: question.excerptId, labelId: question.labelId, value: 'unsure' }
    for (const field of ['excerptId', 'labelId', 'value'])
      expect(await reader.call('POST', '/labels/queue', { ...answer, [field]: 'nothing' })).toMatchObject({
        ...{ status: 422, body: { errors: { [field]: [expect.any(String)] } } },
      })
    const next = await reader.call('POST', '/labels/queue', answer)
    expect(next.status).toBe(200)
    expect(next.body.question).not.toMatchObject({ excerptId: question.excerptId, labelId: question.labelId })
    const [cast] = await site()
      .db.selectFrom('label_votes')
      .selectAll()
      .where('member_id', '=', reader.member.id)
      .execute()
    expect(cast).toMatchObject({ excerpt_id: question.excerptId, value: 'unsure', blind: 1, placing: 0 })
  })
})
