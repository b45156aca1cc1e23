import { expect, test } from 'vitest'
import { helpfulOnly } from '#tests/support/claims.ts'
import { type Answer, type Client, call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers of the API
type Thing = any

async function newCase(client: Client, more: object = {}): Promise<Thing> {
  const { status, body } = await client.call('POST', '/claims', { ...helpfulOnly, ...more })
  expect(status).toBe(201)
  return body
}

const refused = ({ status, body }: Answer) => [status, Object.keys(body.errors ?? {})]

describeSiteOnBothEngines('The API of claims', (site) => {
  let count = 0
  const member = () => newClient(site(), `member-${count++}`)
  const get = (path: string) => call(site(), 'GET', path)

  test('a claim is made with a Location, is read at it, and is in the list whole', async () => {
    const client = await member()
    const made = await client.call('POST', '/claims', helpfulOnly)
    expect(made.status).toBe(201)
    expect(made.headers.get('location')).toBe(`/api/v1/claims/${made.body.id}`)
    expect(made.body).toMatchObject({
      kind: 'case',
      version: 1,
      author: { handle: client.member.handle },
      asks: 'what to call it',
    })
    expect((await get(`/claims/${made.body.id}`)).body).toEqual(made.body)
    const { body: list } = await get('/claims?limit=1')
    expect(list.items).toEqual([made.body])
  })

  test('without framings a claim is a proposition that holds as stated', async () => {
    const { body } = await (await member()).call('POST', '/claims', { statement: 'It believed the setup' })
    expect(body).toMatchObject({ kind: 'proposition', framings: [{ name: 'holds as stated', builtIn: true }] })
    expect(body.standpoints).toMatchObject([{ name: 'all things considered', propositionId: null }])
  })

  test('wrong bodies are refused by field, and visitors are asked to sign in', async () => {
    const client = await member()
    const post = (body: unknown, path = '/claims') => client.call('POST', path, body)
    expect(refused(await post({}))).toEqual([422, ['statement']])
    expect(refused(await post({ statement: 'x', asks: 'why' }))).toEqual([422, ['asks']])
    expect(
      refused(await post({ statement: 'x', framings: [{ name: 'n', definition: 'd' }, { id: 'nothing' }] })),
    ).toEqual([422, ['framings.1.id']])
    expect(refused(await post({ statement: 'x', framings: 'none' }))).toEqual([422, ['framings']])
    expect(refused(await post({ statement: 'x', standpoints: [{ name: 'n' }] }))).toEqual([
      422,
      ['standpoints.0.definition'],
    ])
    expect(refused(await post({ statement: 'x', variantOf: '../x', differs: 'd' }))).toEqual([422, ['variantOf']])
    expect(refused(await post({ statement: '\ud800' }))).toEqual([422, ['statement']])
    expect((await post('{"statement":')).status).toBe(422)
    expect((await call(site(), 'POST', '/claims', helpfulOnly)).status).toBe(401)
    expect((await call(site(), 'DELETE', '/claims')).status).toBe(405)
  })

  test('framings and standpoints are added: 201, again 200; a proposition takes no framing', async () => {
    const client = await member()
    const claim = await newCase(client)
    const draft = { name: `acting ${claim.id}`, definition: 'It plays.', rationale: 'The prose.' }
    const first = await client.call('POST', `/claims/${claim.id}/framings`, draft)
    expect([first.status, first.headers.get('location')]).toEqual([201, `/api/v1/framings/${first.body.id}`])
    expect((await client.call('POST', `/claims/${claim.id}/framings`, { id: first.body.id })).status).toBe(200)
    expect(refused(await client.call('POST', `/claims/${claim.id}/framings`, { id: claim.id }))).toEqual([422, ['id']])
    expect((await client.call('POST', '/claims/nothing/framings', draft)).status).toBe(404)
    const standpoint = { name: 'a bystander', definition: 'Who knows neither intent.' }
    expect((await client.call('POST', `/claims/${claim.id}/standpoints`, standpoint)).status).toBe(201)
    expect((await client.call('POST', `/claims/${claim.id}/standpoints`, standpoint)).status).toBe(200)
    const { body: proposition } = await client.call('POST', '/claims', { statement: 'It is so' })
    expect((await client.call('POST', `/claims/${proposition.id}/framings`, draft)).status).toBe(409)
    const { body: framing } = await get(`/framings/${first.body.id}`)
    expect(framing).toMatchObject({ definition: 'It plays.', fares: [{ claimId: claim.id, n: 0, share: null }] })
    expect((await get('/framings?limit=1')).body.items[0].id).toBe(first.body.id)
    expect((await get(`/framings/${claim.id}`)).status).toBe(404)
  })

  test('a ballot and a handle answer the new tally, and deleting them too', async () => {
    const client = await member()
    const claim = await newCase(client)
    const [standpoint, framing] = [claim.standpoints[0].id, claim.framings[0].id]
    const ballot = `/claims/${claim.id}/ballots/${standpoint}/${framing}`
    const cast = await client.call('PUT', ballot, { verdict: 'fits', reason: 'It says so.' })
    expect([cast.status, cast.body.voters]).toEqual([200, 1])
    expect(cast.body.cells[0]).toMatchObject({
      standpointId: standpoint,
      framingId: framing,
      fits: 1,
      n: 1,
      share: 1,
      high: 1,
    })
    expect(cast.body.cells).toHaveLength(6)
    const handle = await client.call('PUT', `/claims/${claim.id}/handles/${standpoint}`, { framingId: null })
    expect(handle.body.noneOfThese[0]).toEqual({ standpointId: standpoint, handles: 1 })
    await client.call('DELETE', `/claims/${claim.id}/handles/${standpoint}`)
    expect((await client.call('DELETE', ballot)).body).toEqual((await get(`/claims/${claim.id}/tally`)).body)
    expect((await get(`/claims/${claim.id}/tally`)).body).toMatchObject({
      claimId: claim.id,
      at: null,
      voters: 0,
      standpointEffect: [{ tooFew: true }, { tooFew: true }],
    })
  })

  test('ids that are unknown, malformed or of the wrong kind are 404 in a path and 422 in a body', async () => {
    const client = await member()
    const claim = await newCase(client)
    const other = await newCase(client, { framings: [{ name: 'elsewhere', definition: 'x' }] })
    const [standpoint, framing] = [claim.standpoints[0].id, claim.framings[0].id]
    const verdict = { verdict: 'fits' }
    for (const path of [
      `/claims/nothing/ballots/${standpoint}/${framing}`,
      `/claims/${claim.id}/ballots/${framing}/${standpoint}`,
      `/claims/${claim.id}/ballots/${other.standpoints[0].id}/${framing}`,
      `/claims/${claim.id}/ballots/${standpoint}/${other.framings[0].id}`,
      `/claims/${framing}/ballots/${standpoint}/${framing}`,
      `/claims/${claim.id}/ballots/%00/%F0%9F%A6%9C`,
    ]) {
      expect((await client.call('PUT', path, verdict)).status).toBe(404)
      expect((await client.call('DELETE', path)).status).toBe(404)
    }
    const cell = `/claims/${claim.id}/ballots/${standpoint}/${framing}`
    expect(refused(await client.call('PUT', cell, { verdict: 'yes' }))).toEqual([422, ['verdict']])
    expect(refused(await client.call('PUT', cell, { ...verdict, reason: 'x'.repeat(301) }))).toEqual([422, ['reason']])
    expect(refused(await client.call('PUT', cell, { ...verdict, movedBy: { type: 'member', id: 'x' } }))).toEqual([
      422,
      ['movedBy.type'],
    ])
    for (const type of ['comment', 'excerpt'])
      expect(refused(await client.call('PUT', cell, { ...verdict, movedBy: { type, id: claim.id } }))).toEqual([
        422,
        ['movedBy.id'],
      ])
    const { body: comment } = await client.call('POST', `/threads/claim/${claim.id}/comments`, { body: 'Well.' })
    const moved = await client.call('PUT', cell, { ...verdict, movedBy: { type: 'comment', id: comment.id } })
    expect(moved.status).toBe(200)
    const handle = `/claims/${claim.id}/handles/${standpoint}`
    expect(refused(await client.call('PUT', handle, {}))).toEqual([422, ['framingId']])
    expect(refused(await client.call('PUT', handle, { framingId: other.framings[0].id }))).toEqual([422, ['framingId']])
    expect((await client.call('PUT', `/claims/${claim.id}/handles/${framing}`, { framingId: null })).status).toBe(404)
    expect((await call(site(), 'PUT', cell, verdict)).status).toBe(401)
  })

  test('?at takes a day that has come, and ?without what can be left out today', async () => {
    const claim = await newCase(await member())
    const today = new Date().toISOString().slice(0, 10)
    expect((await get(`/claims/${claim.id}/tally?at=${today}`)).body.at).toBe(today)
    for (const at of ['', '2026-13-01', '2999-01-01', 'today'])
      expect(refused(await get(`/claims/${claim.id}/tally?at=${at}`))).toEqual([422, ['at']])
    expect((await get('/claims/nothing/tally')).status).toBe(404)
    const byAge = { youngerThanDays: 7, fewest: 5, cells: [], names: [] }
    expect((await get(`/claims/${claim.id}/tally?without=young`)).body).toMatchObject({
      voters: 0,
      withoutYoung: byAge,
    })
    for (const query of ['without=old', `without=young&at=${today}`])
      expect(refused(await get(`/claims/${claim.id}/tally?${query}`))).toEqual([422, ['without']])
  })

  test('lists are paged to their end, and what is no limit or cursor of theirs is refused', async () => {
    const client = await member()
    for (let i = 0; i < 3; i++) await newCase(client)
    const ids: string[] = []
    for (let cursor = ''; ; ) {
      const { body } = await get(`/claims?limit=2${cursor}`)
      ids.push(...body.items.map(({ id }: Thing) => id))
      if (body.next === null) break
      cursor = `&cursor=${encodeURIComponent(body.next)}`
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual((await get('/claims?limit=200')).body.items.map(({ id }: Thing) => id))
    const forged = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url')
    for (const query of [
      'limit=0',
      'limit=201',
      'limit=x',
      'cursor=x',
      `cursor=${forged([])}`,
      `cursor=${forged(['a', 'b'])}`,
      `cursor=${forged([1.5, 'b'])}`,
      `cursor=${forged([1, '\0'])}`,
    ])
      for (const list of ['claims', 'framings']) expect((await get(`/${list}?${query}`)).status).toBe(422)
  })

  test('claims are listed by an order, by kind, or by likeness; other orders and kinds are refused', async () => {
    const client = await member()
    const { body: claim } = await client.call('POST', '/claims', { statement: 'Capybaras queue for hot springs' })
    const [standpoint, framing] = [claim.standpoints[0].id, claim.framings[0].id]
    for (let i = 0; i < 6; i++) {
      const ballot = { verdict: i % 2 ? 'fits' : 'misfits' }
      await (await member()).call('PUT', `/claims/${claim.id}/ballots/${standpoint}/${framing}`, ballot)
    }
    const ids = async (query: string) => (await get(`/claims?${query}`)).body.items.map(({ id }: { id: string }) => id)
    expect(await ids('sort=contested&kind=proposition')).toEqual([claim.id])
    expect(await ids('sort=contested&kind=case')).toEqual([])
    expect(await ids('like=capybaras%20queue')).toEqual([claim.id])
    expect(await ids('like=')).toEqual([])
    for (const sort of ['bound', 'agreed']) expect(await ids(`sort=${sort}`)).toEqual([])
    expect(refused(await get('/claims?sort=best'))).toEqual([422, ['sort']])
    expect(refused(await get('/claims?kind=post'))).toEqual([422, ['kind']])
  })
})
