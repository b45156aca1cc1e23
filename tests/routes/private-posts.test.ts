import { readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { tellOfDeeds } from '#app/features/notifications/telling/telling.server.ts'
import { type Client, call, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

/** Stands in all that is said in and under the post, and nowhere else. */
const canary = /zyx/i

interface Things {
  post: string
  comment: string
  answer: string
  excerpt: string
  claim: string
  framing: string
  label: string
  transcript: string
}

const names = { wren: '', heron: '', crane: '', snipe: '', ruff: '' }
type Cast = { [K in keyof typeof names]: Client }

/** Wren writes with Crane, who was asked; Heron answers; Snipe is anybody, Ruff a moderator. */
async function castOf(site: Site): Promise<Cast> {
  const [wren, heron] = [await newClient(site, 'Wren'), await newClient(site, 'Heron')]
  const [crane, snipe] = [await newClient(site, 'Crane'), await newClient(site, 'Snipe')]
  return { wren, heron, crane, snipe, ruff: await newClient(site, 'Ruff', 'moderator') }
}

async function write(client: Client, path: string, body: unknown, method = 'POST') {
  const answer = await client.call(method, path, body)
  expect([200, 201, 204], `${method} ${path} ${JSON.stringify(answer.body)}`).toContain(answer.status)
  return answer.body
}

/** A post of Wren's with all that can be said under it and lead to it. */
async function someThings(site: Site, { wren, heron, crane }: Cast): Promise<Things> {
  const turns = [{ role: 'user', text: 'The words that matter here.' }]
  const transcript = (await write(heron, '/transcripts', { title: 'A letter', turns })).id
  const excerpt = (await write(heron, `/transcripts/${transcript}/excerpts`, { exact: 'words that matter' })).id
  const label = (await write(heron, '/labels', { name: 'feint', definition: 'Done for show.' })).id
  const claim = await write(heron, '/claims', {
    statement: 'It kept to it',
    framings: [{ name: 'fear', definition: 'd' }],
  })
  const bearing = { claimId: claim.id, framingId: claim.framings[0].id, direction: 'for' }
  const evidence = [{ excerptId: excerpt, labelId: label, note: 'zyxnote' }]
  const said = { title: 'Zyxtitle', body: 'Plain words of zyxbody, @Heron.', evidence, bearing }
  const post = (await write(wren, '/posts', said)).id
  const thread = `/threads/post/${post}/comments`
  const quote = { exact: 'Plain words', prefix: '', suffix: '', start: 0 }
  const comment = (await write(heron, thread, { body: 'zyxcomment', quote, evidence, bearing })).id
  const answer = (await write(wren, thread, { body: 'zyxanswer, @Crane', parentId: comment })).id
  await write(heron, `/votes/post/${post}/approval`, { value: 1 }, 'PUT')
  await write(wren, `/votes/comment/${comment}/agreement`, { value: 1 }, 'PUT')
  await write(wren, `/comments/${answer}`, { body: 'zyxanswer, @Crane, put better' }, 'PATCH')
  await write(wren, `/posts/${post}`, { body: `${said.body} And zyxmore.` }, 'PATCH')
  const alone = `Before\n\n/posts/${post}\n\n/comments/${comment}\n\nafter`
  await write(heron, '/posts', { title: 'About another', body: alone, kind: 'review', review: { postId: post } })
  await write(heron, `/drafts/comment.on.post.${post}`, { fields: { body: 'Yet' }, revision: 0 }, 'PUT')
  await write(wren, `/drafts/post.edit.${post}`, { fields: { body: 'zyxdraft' }, revision: 0 }, 'PUT')
  const form = new URLSearchParams({ handle: 'Crane' })
  const type = { 'content-type': 'application/x-www-form-urlencoded', authorization: `Bearer ${wren.token}` }
  await fetch(`${site.address}/posts/${post}/authors`, {
    method: 'POST',
    body: form,
    headers: type,
    redirect: 'manual',
  })
  expect((await crane.call('GET', `/posts/${post}`)).status).toBe(200)
  return { post, comment, answer, excerpt, claim: claim.id, framing: claim.framings[0].id, label, transcript }
}

/** Every address of the site and its API that says something of the post, of what is under it, or of what leads there. */
async function addressesFor(site: Site, things: Things): Promise<string[]> {
  const { body } = await call(site, 'GET', '/openapi.json')
  const api = Object.keys(body.paths)
    .filter((path) => body.paths[path].get)
    .map((path) => `/api/v1${path.replace(/\{(\w+)\}/g, '$$$1')}`)
  const pages = readdirSync('app/routes/pages')
    .filter((file) => file.endsWith('.tsx') && !/^(api|join|keys|sign-|unsubscribe|\$)/.test(file))
    .map(
      (file) =>
        `/${file
          .replace(/\.tsx$/, '')
          .replaceAll('.', '/')
          .replace(/^index$/, '')}`,
    )
  const feeds = ['/posts', '/comments', '/members/$handle', '/members/$handle/comments', '/posts/$id', '/excerpts/$id']
  const lists = ['new', 'hot', 'top&of=all', 'active', 'unanswered'].map((sort) => `/posts?sort=${sort}`)
  const searches = ['/api/v1/search?q=zyx*', '/search?q=author:Wren', '/api/v1/search?q=label:feint']
  const asked = [...lists, ...lists.map((one) => `/api/v1${one}`), ...searches]
  const answers = ['', `&parent=${things.comment}`].map((more) => `/comments/new?on=post.${things.post}${more}`)
  const events = (path: string) => path.includes('/events')
  const filled = [...api, ...pages, ...feeds.flatMap((one) => [`${one}.atom`, `${one}.json`])].flatMap((path) =>
    fill(path, things),
  )
  return [
    ...new Set([...filled, ...asked, ...answers, `/api/v1/threads/post/${things.post}/comments?with=body`]),
  ].filter((path) => !events(path))
}

function fill(path: string, things: Things): string[] {
  if (path.includes('$subjectType'))
    return (['post', 'excerpt', 'claim'] as const).map((kind) =>
      path.replace('$subjectType', kind).replace('$subjectId', things[kind]),
    )
  const kind = /^(?:\/api\/v1)?\/(\w+?)s\//.exec(path)?.[1] as keyof Things
  const ids = kind === 'comment' ? [things.comment, things.answer] : [things[kind] ?? 'nothing']
  const named = path.replace('$handle', 'Wren').replace('$place', `post.edit.${things.post}`)
  return named.includes('$id') ? ids.map((id) => named.replace('$id', id)) : [named.replace(/\$\w+/g, 'nothing')]
}

const isOfIt = ({ post, comment, answer }: Things, path: string) =>
  [post, comment, answer].some((id) => path.includes(id)) && !path.includes('/drafts/')

async function read(site: Site, path: string, reader: Client | null) {
  const headers: Record<string, string> = reader ? { authorization: `Bearer ${reader.token}` } : {}
  const answer = await fetch(site.address + path, { headers, redirect: 'manual' })
  return { path, status: answer.status, text: await answer.text(), to: answer.headers.get('location') ?? '' }
}

/** The addresses at which a reader sees something of it. */
async function seenBy(site: Site, addresses: string[], reader: Client | null): Promise<string[]> {
  const answers = await Promise.all(addresses.map((path) => read(site, path, reader)))
  for (const { status, path } of answers) expect(status, path).toBeLessThan(500)
  return answers.filter(({ text, to }) => canary.test(text + to)).map(({ path }) => path)
}

describeSiteOnBothEngines('A post that was taken back', (site) => {
  let cast: Cast
  let things: Things
  let addresses: string[]
  let others: [string, Client | null][]
  const seenBefore = new Map<string, string[]>()

  beforeAll(async () => {
    cast = await castOf(site())
    things = await someThings(site(), cast)
    await tellOfDeeds(site().db, console)
    addresses = await addressesFor(site(), things)
    others = [
      ['a visitor', null],
      ['who answered it', cast.heron],
      ['anybody', cast.snipe],
      ['a moderator', cast.ruff],
    ]
  })

  test('stood in many places while it was published', async () => {
    for (const [who, reader] of two()) seenBefore.set(who, await seenBy(site(), addresses, reader))
    expect(seenBefore.get('a visitor')?.length).toBeGreaterThan(25)
    expect(seenBefore.get('who answered it')).toContain('/notifications')
    expect(await seenBy(site(), ofIt(), null)).toContain(`/comments/${things.answer}/history`)
    // What is nowhere is asked for once: it says the same whatever became of the post.
    addresses = addresses.filter((path) => !path.includes('/nothing'))
  })

  const two = () => others.slice(0, 2)
  const ofIt = () => addresses.filter((path) => isOfIt(things, path))

  test('is nowhere for everybody else: neither it nor what is under it', async () => {
    await write(cast.wren, `/posts/${things.post}`, { published: false }, 'PATCH')
    for (const [who, reader] of two()) expect(await seenBy(site(), addresses, reader), who).toEqual([])
    for (const [who, reader] of others)
      for (const { path, status } of await Promise.all(ofIt().map((one) => read(site(), one, reader))))
        expect(reader ? [404] : [404, 302, 202], `${who} at ${path}`).toContain(status)
    const { post, comment, answer } = things
    for (const path of addresses.filter((one) => one.startsWith('/api/v1') && !isOfIt(things, one)))
      expect((await read(site(), path, cast.snipe)).text, path).not.toMatch(new RegExp(`${post}|${comment}|${answer}`))
    expect((await excerptOf(site())).body.citedBy).toEqual([])
    expect((await call(site(), 'GET', '/members/Wren')).body.karma).toBe(0)
  })

  const excerptOf = (one: Site) => call(one, 'GET', `/excerpts/${things.excerpt}`)

  test('takes nothing from anybody else, as if it were not there', async () => {
    const { post, comment } = things
    for (const client of [cast.snipe, cast.heron, cast.ruff])
      for (const [method, path, body] of writesOn(post, comment)) {
        const answer = await client.call(method, path, body)
        expect(answer.status, `${method} ${path} by ${client.member.handle}`).toBe(404)
      }
  })

  test('is there for its author and whom they asked, with its thread, which rests', async () => {
    const { post, comment } = things
    for (const client of [cast.wren, cast.crane]) {
      // A feed is the same for everybody.
      for (const path of ofIt().filter((one) => !/\.(atom|json)$/.test(one)))
        expect((await read(site(), path, client)).status, path).not.toBe(404)
      const thread = await client.call('GET', `/threads/post/${post}/comments?with=body`)
      expect(thread.body.items.map((one: { body: string }) => one.body)[0]).toBe('zyxcomment')
      const page = await read(site(), `/posts/${post}`, client)
      expect(page.text).toMatch(/zyxcomment[\s\S]*not published/)
      expect(page.text).not.toContain(`/comments/new?on=post.${post}`)
      expect((await read(site(), `/comments/${comment}`, client)).to).toBe(`/posts/${post}#c-${comment}`)
      const refused = await client.call('POST', `/threads/post/${post}/comments`, { body: 'Here?' })
      expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('not published') } })
      expect((await client.call('PUT', `/votes/comment/${comment}/approval`, { value: 1 })).status).toBe(409)
    }
    const draft = { fields: { body: 'zyxdraft, further' }, revision: 1 }
    expect((await cast.wren.call('PUT', `/drafts/post.edit.${post}`, draft)).status).toBe(200)
    for (const client of [cast.wren, cast.heron]) expect((await read(site(), '/drafts', client)).status).toBe(200)
  })

  test('stands again in every place once it is published again', async () => {
    await write(cast.wren, `/posts/${things.post}`, { published: true }, 'PATCH')
    for (const [who, reader] of two()) {
      const before = seenBefore.get(who) as string[]
      expect(await seenBy(site(), before, reader), who).toEqual(before)
    }
    expect((await call(site(), 'GET', '/members/Wren')).body.karma).toBe(1)
    expect((await excerptOf(site())).body.citedBy).toHaveLength(2)
  })

  test('and what was deleted of it is nowhere, not even to who wrote it', async () => {
    const { post, comment, answer } = things
    await write(cast.wren, `/comments/${answer}`, undefined, 'DELETE')
    await write(cast.wren, `/posts/${post}`, undefined, 'DELETE')
    const ofComment = /zyx(comment|note)/gi
    // Where one's own draft is shown to oneself.
    const isHis = (path: string) => path.includes('/drafts') || path === '/posts/mine' || path.includes(`${post}/edit`)
    for (const reader of [null, cast.heron, cast.wren])
      for (const { path, text } of await Promise.all(addresses.map((one) => read(site(), one, reader))))
        if (!isHis(path)) expect(canary.exec(text.replace(ofComment, ''))?.[0], path).toBeUndefined()
    await write(cast.heron, `/comments/${comment}`, undefined, 'DELETE')
    for (const [who, reader] of two()) expect(await seenBy(site(), addresses, reader), who).toEqual([])
    const { text } = await read(site(), `/posts/${post}`, null)
    for (const writer of [cast.wren, cast.heron]) expect(text).not.toContain(writer.member.id)
  })

  test('but a draft of it stays in the form of its writer alone', async () => {
    const edit = `/posts/${things.post}/edit`
    expect((await read(site(), edit, cast.wren)).text.replace(/zyxdraft/gi, '')).not.toMatch(canary)
    for (const reader of [null, cast.heron]) expect((await read(site(), edit, reader)).text).not.toMatch(canary)
  })
})

type Write = [method: string, path: string, body?: unknown]

function writesOn(post: string, comment: string): Write[] {
  return [
    ['PATCH', `/posts/${post}`, { title: 'x' }],
    ['DELETE', `/posts/${post}`],
    ['POST', `/posts/${post}/restore`],
    ['POST', `/threads/post/${post}/comments`, { body: 'x' }],
    ['POST', `/threads/post/${post}/comments`, { body: 'x', parentId: comment }],
    ['PATCH', `/comments/${comment}`, { body: 'x' }],
    ['DELETE', `/comments/${comment}`],
    ['PUT', `/votes/post/${post}/approval`, { value: 1 }],
    ['DELETE', `/votes/post/${post}/approval`],
    ['PUT', `/votes/comment/${comment}/agreement`, { value: 1 }],
    ['DELETE', `/votes/comment/${comment}/agreement`],
    ['PUT', `/follows/post/${post}`],
    ['PUT', `/drafts/comment.on.post.${post}`, { fields: { body: 'x' }, revision: 0 }],
    ['PUT', `/drafts/comment.edit.${comment}`, { fields: { body: 'x' }, revision: 0 }],
  ]
}
