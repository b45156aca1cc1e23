import { describe, expect, test } from 'vitest'
import { hasData, readData, readDataJson } from '#tests/support/data.ts'
import { failedMusts, sampleNames } from '#tests/support/draft-04.ts'
import { type Client, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

const context = 'http://www.w3.org/ns/anno.jsonld'
const jsonLd = `application/ld+json; profile="${context}"`

interface Sent {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test is about
  body: any
}

async function send(
  site: Site,
  client: Client | null,
  method: string,
  path: string,
  body?: unknown,
  more = {},
): Promise<Sent> {
  const authorization = client ? { authorization: `Bearer ${client.token}` } : {}
  const answer = await fetch(new URL(path, site.address), {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': jsonLd }), ...authorization, ...more } as HeadersInit,
    body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text === '' ? null : JSON.parse(text) }
}

const texts = ['Be kind 👩‍👩‍👧.', 'I would keep it. שלום, I would keep it 漢字.']

describeSiteOnBothEngines('Web annotations', (site) => {
  let count = 0
  const member = () => newClient(site(), `annotator-${count++}`)
  const bring = async (client: Client) => {
    const turns = [...texts, `only here ${client.member.id}`].map((text) => ({ role: 'assistant', text }))
    return (await client.call('POST', '/transcripts', { turns })).body.id as string
  }
  const get = (path: string, more = {}) => send(site(), null, 'GET', path, undefined, more)
  const post = (client: Client, body: unknown, more = {}) => send(site(), client, 'POST', '/annotations/', body, more)
  const addressOf = (id: string) => `${site().address}/transcripts/${id}`
  const about = (target: unknown, more = {}) => ({ '@context': context, type: 'Annotation', target, ...more })
  const aboutWords = (id: string, selector: unknown, more = {}) => about({ source: addressOf(id), selector }, more)

  test('an excerpt is one with its labels as tags, its words and its place, and passes every MUST', async () => {
    const client = await member()
    const transcript = await bring(client)
    const start = { turn: 0, offset: 3 }
    const marked = await client.call('POST', `/transcripts/${transcript}/excerpts`, {
      start,
      end: { turn: 1, offset: 7 },
    })
    const label = await client.call('POST', '/labels', { name: `keeping ${client.member.id}` })
    await client.call('PUT', `/excerpts/${marked.body.id}/labels/${label.body.id}/vote`, { value: 'agree' })
    const { status, headers, body } = await get(`/annotations/${marked.body.id}`)
    expect([status, headers.get('content-type'), headers.get('allow')]).toEqual([200, jsonLd, 'GET, HEAD, OPTIONS'])
    expect(headers.get('link')).toBe('<http://www.w3.org/ns/ldp#Resource>; rel="type"')
    expect(body).toMatchObject({ type: 'Annotation', body: { value: label.body.name, purpose: 'tagging' } })
    expect(body.target.selector[0]).toMatchObject({ type: 'TextQuoteSelector', exact: marked.body.exact })
    if (hasData) expect(failedMusts(body)).toEqual([])
    const again = await post(client, { ...body, target: { ...body.target, source: addressOf(transcript) } })
    expect(again.status).toBe(201)
    expect((await client.call('GET', `/transcripts/${transcript}`)).body.excerptCount).toBe(1)
    expect((await get(`/annotations/${marked.body.id}`, { 'if-none-match': headers.get('etag') })).status).toBe(304)
    expect((await send(site(), client, 'PUT', `/annotations/${marked.body.id}`, body)).status).toBe(403)
  })

  test('a quote marks the words, a tag votes; both follow a change, and the vote goes with it', async () => {
    const client = await member()
    const id = await bring(client)
    const name = `doubts ${client.member.id}`
    const tag = { type: 'TextualBody', value: name, purpose: 'tagging' }
    const selector = { type: 'TextQuoteSelector', exact: 'שלום', prefix: ', ' }
    const sent = aboutWords(id, selector, { body: [tag], id: 'http://elsewhere.test/9' })
    const made = await post(client, sent)
    const path = made.headers.get('location') as string
    expect([made.status, path]).toEqual([201, `/annotations/${made.body.id.split('/').at(-1)}`])
    expect(made.body).toMatchObject({
      via: 'http://elsewhere.test/9',
      creator: { nickname: client.member.handle },
      body: tag,
    })
    expect(made.body.target.selector.exact).toBe('שלום')
    const fetched = await get(path)
    expect([fetched.body, fetched.headers.get('etag')]).toEqual([made.body, made.headers.get('etag')])
    const votes = async () =>
      (await client.call('GET', '/labels')).body.items.find((one: { name: string }) => one.name === name)
    expect(await votes()).toBeDefined()
    const change = {
      ...made.body,
      target: sent.target,
      body: { type: 'TextualBody', value: 'why?', purpose: 'questioning' },
    }
    const put = (tags?: string) => send(site(), client, 'PUT', path, change, tags ? { 'if-match': tags } : {})
    expect([(await put()).status, (await put('"other"')).status]).toEqual([412, 412])
    const changed = await put(fetched.headers.get('etag') as string)
    expect([changed.status, changed.body.body.value]).toEqual([200, 'why?'])
    expect((await put(fetched.headers.get('etag') as string)).status).toBe(412)
    expect((await send(site(), await member(), 'DELETE', path)).status).toBe(403)
    expect((await send(site(), client, 'DELETE', path, undefined, { 'if-match': '"old"' })).status).toBe(412)
    expect((await send(site(), client, 'DELETE', path)).status).toBe(204)
    expect((await get(path)).status).toBe(404)
    expect(
      await site().db.selectFrom('label_votes').select('value').where('member_id', '=', client.member.id).execute(),
    ).toEqual([])
  })

  test('of two changes at once with one tag, one is made', async () => {
    const client = await member()
    const id = await bring(client)
    const made = await post(client, about(addressOf(id), { bodyValue: 'first' }))
    const tags = { 'if-match': made.headers.get('etag') as string }
    const put = (bodyValue: string) =>
      send(site(), client, 'PUT', made.headers.get('location') as string, about(addressOf(id), { bodyValue }), tags)
    const both = await Promise.all([put('a'), put('b'), put('c')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412, 412])
  })

  test('words that stand nowhere are refused, in several places a conflict that names them, elsewhere no target', async () => {
    const client = await member()
    const id = await bring(client)
    const quoted = (exact: string, more = {}) =>
      post(client, aboutWords(id, { type: 'TextQuoteSelector', exact, ...more }))
    expect((await quoted('not there')).status).toBe(422)
    const twice = await quoted('I would keep it')
    expect([twice.status, twice.body.candidates.length]).toEqual([409, 2])
    expect((await quoted('I would keep it', { suffix: ' 漢字' })).status).toBe(201)
    expect((await post(client, aboutWords(id, { type: 'TextPositionSelector', start: 0, end: 9_000 }))).status).toBe(
      422,
    )
    const whole = await post(client, aboutWords(id, { type: 'TextPositionSelector', start: 16, end: 23 }))
    const marked = await site()
      .db.selectFrom('annotations')
      .select('excerpts')
      .where('id', '=', whole.body.id.split('/').at(-1))
      .executeTakeFirstOrThrow()
    const excerpt = await client.call('GET', `/excerpts/${JSON.parse(marked.excerpts)[0]}`)
    expect(excerpt.body).toMatchObject({ exact: 'I would', start: { turn: 1, offset: 0 } })
    for (const target of ['http://elsewhere.test/1', addressOf('nothing'), `${addressOf(id)}#t-99`])
      expect((await post(client, about(target))).body.errors, target).toBeDefined()
  })

  test('the container says how it is used, pages what it holds, oldest first, and gives addresses alone when asked', async () => {
    const client = await member()
    const id = await bring(client)
    for (let i = 0; i < 51; i++) await post(client, about(addressOf(id), { bodyValue: `note ${i}` }))
    const { headers, body } = await get('/annotations/')
    expect([headers.get('allow'), headers.get('accept-post'), headers.get('content-type')]).toEqual([
      'POST, GET, HEAD, OPTIONS',
      jsonLd,
      jsonLd,
    ])
    expect(headers.get('link')).toContain('ldp#BasicContainer')
    expect(headers.get('etag')).toBeTruthy()
    expect(body).toMatchObject({
      type: ['BasicContainer', 'AnnotationCollection'],
      first: { type: 'AnnotationPage', startIndex: 0 },
    })
    const ids: string[] = []
    for (let page = 0; page <= Math.floor((body.total - 1) / 50); page++) {
      const { body: one } = await get(`/annotations/?iris=0&page=${page}`)
      expect(one.partOf.total).toBe(body.total)
      expect('next' in one).toBe((page + 1) * 50 < body.total)
      for (const annotation of one.items) {
        if (hasData) expect(failedMusts(annotation)).toEqual([])
        ids.push(annotation.id)
      }
    }
    expect(new Set(ids).size).toBe(body.total)
    const named = await get('/annotations/', {
      prefer: 'return=representation;include="http://www.w3.org/ns/oa#PreferContainedIRIs"',
    })
    expect(named.body.first.items).toEqual(ids.slice(0, 50))
    const minimal = await get('/annotations/', {
      prefer: 'return=representation;include="http://www.w3.org/ns/ldp#PreferMinimalContainer"',
    })
    expect(minimal.body.first).toMatch(/page=0$/)
    for (const { headers, body } of [named, minimal, await get('/annotations/'), await get('/annotations/?page=0')])
      expect(headers.get('content-location')).toBe(body.id)
    expect((await get('/annotations/?page=9999')).status).toBe(404)
    const options = await send(site(), null, 'OPTIONS', '/annotations/')
    expect([options.status, options.headers.get('accept-post')]).toEqual([204, jsonLd])
  })

  test('nobody is let in unnamed, other bodies and types are refused with a reason', async () => {
    const client = await member()
    const id = await bring(client)
    expect((await send(site(), null, 'POST', '/annotations/', about(addressOf(id)))).status).toBe(401)
    expect((await post(client, 'not json')).status).toBe(422)
    expect((await post(client, about(addressOf(id)), { 'content-type': 'text/turtle' })).status).toBe(422)
    expect(
      (await post(client, `{"body":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, { 'idempotency-key': 'deep' }))
        .status,
    ).toBe(422)
    expect((await send(site(), client, 'PATCH', '/annotations/', {})).status).toBe(405)
    expect((await get('/annotations/nothing')).status).toBe(404)
  })

  describe.skipIf(!hasData)('the W3C’s samples', () => {
    test('every incorrect one is refused with a reason, mended and retargeted too', async () => {
      const client = await member()
      const target = addressOf(await bring(client))
      for (const name of sampleNames('incorrect')) {
        const text = Buffer.from(readData(`web-annotation/samples/incorrect/${name}`)).toString()
        const mended = text.replace(/,\s*([}\]])/g, '$1')
        const retargeted = mended.startsWith('{') ? [mended, { ...JSON.parse(mended), target }] : []
        for (const body of [text, ...retargeted]) {
          const answer = await post(client, body)
          expect([400, 422], name).toContain(answer.status)
          expect(answer.body.detail, name).toBeTruthy()
        }
      }
    })

    test('correct ones about our transcripts are accepted, changed and deleted', async () => {
      const client = await member()
      const target = addressOf(await bring(client))
      for (const name of ['anno1', 'anno2', 'anno14', 'anno18', 'anno21']) {
        const sample = { ...readDataJson(`web-annotation/samples/correct/${name}.json`), target }
        const made = await post(client, sample)
        expect([made.status, failedMusts(made.body)], name).toEqual([201, []])
        const path = made.headers.get('location') as string
        const tags = { 'if-match': made.headers.get('etag') as string }
        const changed = await send(site(), client, 'PUT', path, { ...sample, motivation: 'assessing' }, tags)
        expect([changed.status, changed.body.motivation], name).toEqual([200, 'assessing'])
        const rest = { 'if-match': changed.headers.get('etag') as string }
        expect((await send(site(), client, 'DELETE', path, undefined, rest)).status, name).toBe(204)
      }
    })
  })
})
