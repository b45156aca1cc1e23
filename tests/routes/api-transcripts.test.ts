import { expect, test } from 'vitest'
import { type Answer, type Client, call, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

const said = (text: string, role = 'assistant') => ({ role, text })
const refused = ({ status, body }: Answer) => [status, Object.keys(body.errors ?? {})]

describeSiteOnBothEngines('The API of transcripts', (site) => {
  let count = 0
  const member = () => newClient(site(), `scribe-${count++}`)
  const get = (path: string) => call(site(), 'GET', path)
  const bring = async (client: Client, ...texts: string[]) =>
    (await client.call('POST', '/transcripts', { title: 'T', turns: texts.map((text) => said(text)) })).body

  test('a transcript is brought once: 201 with Location, then 200 with the one that is there', async () => {
    const client = await member()
    const draft = {
      title: 'Tea\u2028',
      model: 'M',
      condition: 'free',
      source: 'here',
      turns: [said('Be kind.\r\n', 'system'), { role: 'user', speaker: 'JK', text: '😀 e\u0301 שלום' }],
      scores: { harm: 0.5, note: 'x', none: null },
    }
    const made = await client.call('POST', '/transcripts', draft)
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/transcripts/${made.body.id}`])
    expect(made.body).toMatchObject({
      title: 'Tea',
      model: 'M',
      condition: 'free',
      source: 'here',
      licence: null,
      completeness: 'whole',
      turns: [
        { index: 0, role: 'system', speaker: null, text: 'Be kind.\r\n' },
        { index: 1, role: 'user', speaker: 'JK', text: '😀 e\u0301 שלום' },
      ],
      scores: { harm: 0.5, note: 'x', none: null },
      excerptCount: 0,
      collections: [],
    })
    expect((await get(`/transcripts/${made.body.id}`)).body).toEqual(made.body)
    const again = await client.call('POST', '/transcripts', { turns: draft.turns })
    expect([again.status, again.body]).toEqual([200, made.body])
  })

  test('what may be left out may be null', async () => {
    const client = await member()
    const nothing = { title: null, model: null, condition: null, source: null, completeness: null, scores: null }
    const made = await client.call('POST', '/transcripts', {
      ...nothing,
      turns: [{ ...said('Nulls.'), speaker: null }],
    })
    expect(made).toMatchObject({
      status: 201,
      body: { title: 'Nulls.', model: null, completeness: 'whole', scores: {} },
    })
    const of = { id: 'of-nulls', title: null, description: null, visibility: null, transcripts: null }
    expect(await client.call('POST', '/collections', of)).toMatchObject({ status: 201, body: { visibility: 'public' } })
  })

  test('lists leave the turns out, page by cursor and narrow to a collection', async () => {
    const client = await member()
    const ids = [(await bring(client, 'list a')).id, (await bring(client, 'list b')).id]
    const { status, body } = await client.call('POST', '/collections', {
      id: 'pair',
      title: 'A pair',
      transcripts: ids,
    })
    expect([status, body.transcriptCount]).toEqual([201, 2])
    const first = (await get('/transcripts?limit=1')).body
    expect(first.items).toMatchObject([{ id: ids[1], collections: ['pair'], turnCount: 1 }])
    expect(first.items[0]).not.toHaveProperty('turns')
    const second = (await get(`/transcripts?limit=1&cursor=${first.next}`)).body
    expect(second.items[0].id).toBe(ids[0])
    expect((await get('/transcripts?collection=pair')).body.items).toHaveLength(2)
    expect(refused(await get('/transcripts?collection=nothing'))).toEqual([422, ['collection']])
    expect(refused(await get('/transcripts?collection=%00'))).toEqual([422, ['collection']])
    expect(refused(await get('/transcripts?limit=0'))).toEqual([422, ['limit']])
    expect(refused(await get('/transcripts?cursor=WzEuNSwieCJd'))).toEqual([422, ['cursor']])
    const collection = (await get('/collections/pair?limit=1')).body
    expect(collection).toMatchObject({ id: 'pair', title: 'A pair', transcripts: { items: [{ id: ids[0] }] } })
    const rest = (await get(`/collections/pair?limit=1&cursor=${collection.transcripts.next}`)).body.transcripts
    expect(rest).toMatchObject({ items: [{ id: ids[1] }], next: null })
    expect((await get('/collections')).body.items.map(({ id }: { id: string }) => id)).toContain('pair')
    expect(refused(await client.call('POST', '/collections', { title: 'X', transcripts: ['nothing'] }))).toEqual([
      422,
      ['transcripts'],
    ])
  })

  test('wrong bodies are refused by field, and limits by name', async () => {
    const client = await member()
    const post = (body: unknown) => client.call('POST', '/transcripts', body)
    expect(refused(await post({}))).toEqual([422, ['turns']])
    expect(refused(await post({ turns: 'x' }))).toEqual([422, ['turns']])
    expect(refused(await post({ turns: [null] }))).toEqual([422, ['turns.0']])
    expect(refused(await post({ turns: [said('x', 'robot')] }))).toEqual([422, ['turns.0.role']])
    expect(refused(await post({ turns: [{ role: 'user' }] }))).toEqual([422, ['turns.0.text']])
    expect(refused(await post('{"turns":[{"role":"user","text":"a\\u0000"}]}'))).toEqual([422, ['turns.0.text']])
    expect(refused(await post('{"turns":[{"role":"user","text":"a\\ud83d"}]}'))).toEqual([422, ['turns.0.text']])
    expect((await post(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]))).status).toBe(422)
    const long = await post({ turns: [said('x'.repeat(1_000_001))] })
    expect(refused(long)).toEqual([422, ['turns.0.text']])
    expect(long.body.detail).toContain('1,000,000')
    const many = await post({ turns: Array.from({ length: 5001 }, () => said('x')) })
    expect([many.status, many.body.detail]).toEqual([422, expect.stringContaining('5,000')])
    const large = await post({ turns: Array.from({ length: 21 }, (_, i) => said('x'.repeat(999_990 + (i % 2)))) })
    expect([large.status, large.body.detail]).toEqual([413, expect.stringContaining('20 MB')])
    expect((await call(site(), 'POST', '/transcripts', { turns: [said('x')] })).status).toBe(401)
    expect((await get('/transcripts/nothing')).status).toBe(404)
    expect((await get('/transcripts/%00')).status).toBe(404)
  })

  test('words are marked by offsets: 201, the same span again 200, also when ten do at once', async () => {
    const client = await member()
    const { id } = await bring(client, 'A 😀 thing.\r\nSaid.', 'And another.')
    const span = { start: { turn: 0, offset: 2 }, end: { turn: 0, offset: 3 } }
    const all = await Promise.all(
      Array.from({ length: 10 }, () => client.call('POST', `/transcripts/${id}/excerpts`, span)),
    )
    expect(all.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1)
    const made = all.find(({ status }) => status === 201) as Answer
    expect(made.headers.get('location')).toBe(`/api/v1/excerpts/${made.body.id}`)
    expect(made.body).toEqual({
      ...{ id: made.body.id, transcriptId: id, ...span, exact: '😀', prefix: 'A ', suffix: ' thing.\r\nSaid.' },
      ...{ labels: [], citedBy: [] },
    })
    expect((await get(`/transcripts/${id}`)).body.excerptCount).toBe(1)
  })

  test('words are marked by a quote; several places are a conflict with the candidates', async () => {
    const client = await member()
    const { id } = await bring(client, 'No, no. “Never”, she said.', 'No.')
    const mark = (body: object) => client.call('POST', `/transcripts/${id}/excerpts`, body)
    const found = await mark({ exact: '"never", she SAID' })
    expect([found.status, found.body.exact, found.body.start]).toEqual([
      201,
      '“Never”, she said',
      { turn: 0, offset: 8 },
    ])
    const several = await mark({ exact: 'No' })
    expect([several.status, several.headers.get('content-type')]).toEqual([409, 'application/problem+json'])
    expect(several.body.candidates).toEqual([
      { turn: 0, offset: 0, end: { turn: 0, offset: 2 }, prefix: '', exact: 'No', suffix: ', no. “Never”, she said.' },
      { turn: 1, offset: 0, end: { turn: 1, offset: 2 }, prefix: '', exact: 'No', suffix: '.' },
    ])
    expect((await mark({ exact: 'No', turn: 1 })).status).toBe(201)
    expect((await mark({ exact: 'No', suffix: ', no. “Never' })).body.start).toEqual({ turn: 0, offset: 0 })
    const span = { start: { turn: 0, offset: 0 }, end: { turn: 0, offset: 2 } }
    expect((await mark({ ...span, exact: 'No' })).status).toBe(200)
    expect(refused(await mark({ ...span, exact: 'Na' }))).toEqual([422, ['exact']])
  })

  test.each([
    [{}, ['exact']],
    [{ exact: 'not there' }, ['exact']],
    [{ exact: '' }, ['exact']],
    [{ exact: 7 }, ['exact']],
    [{ exact: 'x', turn: 9 }, ['turn']],
    [{ exact: '\ud800' }, ['exact']],
    [{ start: { turn: 0, offset: 0 } }, ['end']],
    [{ start: { turn: 0, offset: 3 }, end: { turn: 0, offset: 2 } }, ['end']],
    [{ start: { turn: 0, offset: 2 }, end: { turn: 0, offset: 2 } }, ['end']],
    [{ start: { turn: 0, offset: 0 }, end: { turn: 0, offset: 99 } }, ['end']],
    [{ start: { turn: 1, offset: 0 }, end: { turn: 1, offset: 1 } }, ['start']],
    [{ start: { turn: 1e300, offset: 0 }, end: { turn: 0, offset: 1 } }, ['start']],
    [{ start: { turn: 0, offset: -1 }, end: { turn: 0, offset: 1 } }, ['start']],
    [{ start: { turn: 0, offset: 0.5 }, end: { turn: 0, offset: 1 } }, ['start.offset']],
    [{ start: 'x', end: { turn: 0, offset: 1 } }, ['start']],
  ])('refuses to mark %j and names the field', async (body, fields) => {
    const client = await member()
    const { id } = await bring(client, 'A short text.')
    expect(refused(await client.call('POST', `/transcripts/${id}/excerpts`, body))).toEqual([422, fields])
    expect((await get(`/transcripts/${id}`)).body.excerptCount).toBe(0)
  })

  test('the same Idempotency-Key gives the same answer', async () => {
    const client = await member()
    const { id } = await bring(client, 'Once and once more.')
    const span = { start: { turn: 0, offset: 0 }, end: { turn: 0, offset: 4 } }
    expect((await client.call('POST', '/transcripts/nothing/excerpts', span)).status).toBe(404)
    const key = { 'idempotency-key': 'k1' }
    const first = await client.call('POST', `/transcripts/${id}/excerpts`, span, key)
    const second = await client.call('POST', `/transcripts/${id}/excerpts`, span, key)
    expect([second.status, second.body]).toEqual([first.status, first.body])
  })
})
