import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { beforeAll, expect, test } from 'vitest'
import { describeMember } from '#app/features/accounts/accounts.server.ts'
import { deleteComment, reply } from '#app/features/discussion/comments/comments.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost, unpublishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { feedPath } from '#app/features/exchange/feeds/feed.ts'
import { moderate } from '#app/features/moderation/acts/acts.server.ts'
import { addToCollection } from '#app/features/transcripts/collections.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { argue, judge } from '#tests/support/arguments.ts'
import { newCase } from '#tests/support/claims.ts'
import { classifierPages } from '#tests/support/classified.ts'
import { type Client, describeDemoOnBothEngines, newClient } from '#tests/support/site.ts'

interface AtomEntry {
  id: string
  title: string
  updated: string
  published: string
  author?: { name: string }[]
  link: { '@rel': string; '@href': string }[]
  content: string
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#',
  parseTagValue: false,
  isArray: (name) => ['entry', 'link', 'author'].includes(name),
})

/** What RFC 4287 asks of a feed and its entries, beside being XML. */
function checkedAtom(xml: string) {
  expect(XMLValidator.validate(xml)).toBe(true)
  const { feed } = parser.parse(xml)
  expect(feed['@xmlns']).toBe('http://www.w3.org/2005/Atom')
  const dated = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
  const isAddress = (value: unknown) => expect(URL.canParse(String(value)), String(value)).toBe(true)
  for (const one of [feed, ...(feed.entry ?? [])]) {
    isAddress(one.id)
    expect(one.link.some((link: Record<string, string>) => link['@rel'] === 'alternate')).toBe(true)
    expect(String(one.title?.['#'] ?? one.title)).not.toBe('')
    expect(one.updated).toMatch(dated)
    for (const link of one.link) isAddress(link['@href'])
  }
  expect(feed.link.filter((link: Record<string, string>) => link['@rel'] === 'self')).toHaveLength(1)
  expect(feed.author[0].name).toBe('Parallax')
  const entries: AtomEntry[] = feed.entry ?? []
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  expect(entries.length).toBeLessThanOrEqual(30)
  return { feed, entries }
}

/** What JSON Feed 1.1 asks. */
function checkedJson(feed: Record<string, unknown> & { items: Record<string, unknown>[] }) {
  expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: expect.any(String) })
  for (const item of feed.items) {
    expect(item).toMatchObject({ id: expect.any(String), url: expect.any(String), content_html: expect.any(String) })
    expect(Date.parse(String(item.date_published))).not.toBeNaN()
  }
  return feed
}

describeDemoOnBothEngines('Feeds', (site) => {
  let wren: Client
  const get = (path: string, headers: Record<string, string> = {}) => fetch(site().address + path, { headers })

  /** A collection with one transcript, by its path. */
  async function aCollection() {
    const { member } = wren
    const turns = [{ role: 'user' as const, text: 'Collected words.' }]
    const { transcript } = await addTranscript(site().db, member, { title: 'Collected', turns })
    await addToCollection(site().db, member, 'feed-birds', [transcript.id])
    return '/collections/feed-birds'
  }

  /** Of each list that is made of what was read and voted one with something in it, by its path. */
  async function readLists() {
    const { db } = site()
    const { author, claim } = await newCase(db)
    await argue(db, author, claim, 'It keeps its goals.')
    await describeMember(db, author, { showsBallots: true })
    await judge(db, [author], claim, 'fits')
    await classifierPages(db)
    await writePost(db, wren.member, { title: 'One', body: '[[never made]]' })
    const { id } = await writePost(db, wren.member, { title: 'Two', body: 'Again [[Never Made]], quokka' })
    const moderator = await newClient(site(), 'FeedModerator', 'moderator')
    await moderate(db, moderator.member, { kind: 'post', id }, { act: 'locked', rule: 'spam', why: 'Off its subject.' })
    const { handle } = await db
      .selectFrom('excerpts')
      .innerJoin('members', 'members.id', 'excerpts.member_id')
      .select('handle')
      .where('whole', '=', 0)
      .executeTakeFirstOrThrow()
    const own = [`/claims/${claim.id}/arguments`, `/members/${author.handle}/ballots`, `/members/${handle}/excerpts`]
    return [...own, '/search?q=quokka', '/moderation/log', '/classifiers', '/labels/disputed', '/concepts/missing']
  }

  beforeAll(async () => {
    wren = await newClient(site(), 'FeedWren')
  })

  test('every list page has both twins, says so in its head, and they hold the same things', async () => {
    const first = async (table: 'claims' | 'posts' | 'transcripts' | 'labels' | 'framings' | 'excerpts') =>
      `/${table}/${(await site().db.selectFrom(table).select('id').orderBy('id').executeTakeFirst())?.id}`
    const lists = ['/posts', '/comments', '/claims', '/transcripts', '/labels', '/framings']
    lists.push('/members/demo-wren', '/members/demo-wren/comments', await aCollection())
    lists.push(...(await readLists()))
    const threads = await Promise.all(
      (['claims', 'posts', 'transcripts', 'labels', 'framings', 'excerpts'] as const).map(first),
    )
    for (const path of [...lists, ...threads]) {
      const html = await (await get(path)).text()
      expect(html, path).toContain(`<link rel="alternate" type="application/atom+xml" href="${feedPath(path, 'atom')}"`)
      expect(html, path).toContain(
        `<link rel="alternate" type="application/feed+json" href="${feedPath(path, 'json')}"`,
      )
      const [atom, json] = [await get(feedPath(path, 'atom')), await get(feedPath(path, 'json'))]
      expect([path, atom.status, json.status]).toEqual([path, 200, 200])
      expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
      expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
      const { entries } = checkedAtom(await atom.text())
      const { items, ...feed } = checkedJson(await json.json())
      expect([feed.home_page_url, feed.feed_url]).toEqual([
        site().address + path,
        site().address + feedPath(path, 'json'),
      ])
      const pages = [feed.home_page_url, ...items.slice(0, 2).map(({ url }) => url)].map(String)
      for (const page of pages) expect((await get(page.replace(site().address, ''))).status, page).toBe(200)
      expect(items.map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
      if (lists.includes(path)) expect(entries.length, path).toBeGreaterThan(0)
    }
  })

  test('posts come in each order and of each kind', async () => {
    for (const sort of ['hot', 'new', 'top', 'active', 'unanswered'])
      checkedAtom(await (await get(`/posts.atom?sort=${sort}&of=all`)).text())
    const asked = await writePost(site().db, wren.member, { title: 'Why?', body: 'x', kind: 'question' })
    const { entries } = checkedAtom(await (await get('/posts.atom?kind=question')).text())
    expect(entries.map(({ id }) => id)).toContain(`${site().address}/posts/${asked.id}`)
    expect((await get('/posts.atom?sort=nonsense')).status).toBe(422)
  })

  test('pages that are no list and no thing lead to no feed', async () => {
    for (const path of ['/labels/queue', '/labels/new', '/claims/new', '/keys', '/search', '/claims/not-there']) {
      const html = await (await get(path)).text()
      expect(html, path).toContain('</footer>')
      expect(html, path).not.toMatch(/Feed of this page|rel="alternate"/)
    }
  })

  test('a list in another order has its twins in that order, and a search without words or with wrong ones none', async () => {
    const { claim, author } = await newCase(site().db)
    const [first, second] = [await argue(site().db, author, claim, 'x'), await argue(site().db, author, claim, 'y')]
    const path = `/claims/${claim.id}/arguments?direction=for&sort=newest`
    const html = await (await get(path)).text()
    expect(html).toContain(`href="${feedPath(path, 'atom').replace('&', '&amp;')}"`)
    const idsIn = async (from: string) => checkedAtom(await (await get(from)).text()).entries.map(({ id }) => id)
    const told = [second, first].map((id) => `${site().address}/comments/${id}`)
    expect(await idsIn(feedPath(path, 'atom'))).toEqual(told)
    expect(await idsIn(feedPath(path, 'atom').replace('newest', 'oldest'))).toEqual(told.toReversed())
    expect(await idsIn('/search.atom')).toEqual([])
    for (const wrong of [
      '/search.atom?q=x&type=nonsense',
      `/search.json?q=${'x'.repeat(2000)}`,
      `${path.split('?')[0]}.json?sort=loudest`,
    ])
      expect((await get(wrong)).status, wrong).toBe(422)
    for (const none of [
      '/claims/none/arguments.atom',
      '/members/nobody/ballots.json',
      '/removed.json',
      '/members/FeedWren/votes.atom',
    ])
      expect((await get(none)).status, none).toBe(404)
  })

  test('of ballots there are only those that are shown, and of what moderators did no reasons', async () => {
    const { claim, author } = await newCase(site().db)
    await judge(site().db, [author], claim, 'misfits')
    const path = `/members/${author.handle}/ballots.json`
    expect((await (await get(path)).json()).items).toEqual([])
    await describeMember(site().db, author, { showsBallots: true })
    const { items } = await (await get(path)).json()
    expect(items).toMatchObject([{ title: claim.statement, authors: [{ name: author.handle }] }])
    expect(items[0].content_html).toContain('misfits')
    const page = await (await get(`/members/${author.handle}/ballots`)).text()
    expect(page).toContain(`id="${items[0].id.split('#')[1]}"`)
    const moderator = await newClient(site(), 'FeedSheriff', 'moderator')
    const said = { act: 'warned', rule: 'spam', why: 'For its author alone.' }
    await moderate(site().db, moderator.member, { kind: 'member', id: author.id }, said)
    const log = await (await get('/moderation/log.json')).text()
    expect(log).toContain('A member was warned')
    for (const kept of ['For its author alone', author.handle, author.id]) expect(log).not.toContain(kept)
  })

  test('what labels mean is written once over: & is not doubled', async () => {
    await wren.call('POST', '/labels', { name: 'Q & A', definition: 'Asks & answers < 3' })
    const { items } = await (await get('/labels.json')).json()
    expect(items[0].content_html).toBe('<p>Asks &amp; answers &lt; 3</p>')
  })

  test('marks, control characters and other scripts survive; paths become whole addresses', async () => {
    const title = 'A < B & "C" \u0001 \u{1F98A} שלום'
    const body = '[here](/claims) and <b>not</b> ]]> `a < b`'
    const { id } = await writePost(site().db, wren.member, { title, body })
    const entry = checkedAtom(await (await get('/members/FeedWren.atom')).text()).entries[0]
    expect(entry?.title).toBe('A < B & "C"  \u{1F98A} שלום')
    expect(JSON.stringify(entry?.content)).toContain(`${site().address}/claims`)
    const { items } = await (await get('/members/FeedWren.json')).json()
    expect(items[0]).toMatchObject({ id: `${site().address}/posts/${id}`, title })
    expect(items[0].content_html).toContain(`href="${site().address}/claims"`)
  })

  test('an id stays when its thing is edited, its time of change does not; 304 says that nothing is new', async () => {
    const { id } = await writePost(site().db, wren.member, { title: 'First', body: 'x' })
    const before = await get('/members/FeedWren.atom')
    const etag = String(before.headers.get('etag'))
    const [old] = checkedAtom(await before.text()).entries
    expect((await get('/members/FeedWren.atom', { 'if-none-match': etag })).status).toBe(304)
    await wren.call('PATCH', `/posts/${id}`, { body: 'y' })
    const after = await get('/members/FeedWren.atom', { 'if-none-match': etag })
    expect(after.status).toBe(200)
    const [now] = checkedAtom(await after.text()).entries
    expect([now?.id, now?.published]).toEqual([old?.id, old?.published])
    expect(Date.parse(String(now?.updated))).toBeGreaterThan(Date.parse(String(old?.updated)))
  })

  test('what is deleted or private is in none, and what is nothing has none', async () => {
    const write = (title: string) => writePost(site().db, wren.member, { title, body: 'x' })
    const [gone, hidden] = [await write('Gone'), await write('Hidden')]
    const under = await reply(site().db, wren.member, { kind: 'post', id: hidden.id }, { body: 'Unseen' })
    const said = await reply(site().db, wren.member, { kind: 'post', id: gone.id }, { body: 'Taken back' })
    await deletePost(site().db, wren.member, gone.id)
    await unpublishPost(site().db, wren.member, hidden.id)
    await deleteComment(site().db, wren.member, said.id)
    for (const path of ['/posts', '/comments', '/members/FeedWren', '/members/FeedWren/comments']) {
      const text = await (await get(`${path}.json`)).text()
      for (const { id } of [gone, hidden, under, said]) expect(text).not.toContain(id)
    }
    const nowhere = [
      '/posts/nothing',
      '/posts/new',
      '/nothing',
      '/members/nobody',
      '/collections/x',
      `/posts/${hidden.id}`,
    ]
    for (const path of nowhere) expect((await get(`${path}.atom`)).status, path).toBe(404)
    expect((await get('/api/v1/openapi.json')).status).toBe(200)
  })

  test('an empty thread is a whole feed', async () => {
    const { id } = await writePost(site().db, wren.member, { title: 'Quiet', body: 'x' })
    expect(checkedAtom(await (await get(`/posts/${id}.atom`)).text()).entries).toEqual([])
  })
})
