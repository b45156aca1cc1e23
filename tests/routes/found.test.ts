import { XMLParser, XMLValidator } from 'fast-xml-parser'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { sitemapOf } from '#app/features/search/sitemap/sitemap.server.ts'
import { robotsText } from '#app/http/found/robots.ts'
import { type Client, describeSiteOnBothEngines, newClient, type Site } from '#tests/support/site.ts'

const hostile = '</script><script>alert(1)</script> "quoted" & <b>bold</b> \u2028'

/** What a page says of itself. */
async function headOf(site: Site, path: string) {
  const html = await (await fetch(site.address + path)).text()
  const head = html.slice(0, html.indexOf('</head>'))
  const read = (pattern: RegExp) => pattern.exec(head)?.[1]
  const posting = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(head)?.[1]
  return {
    html,
    title: read(/<title>([^<]*)<\/title>/),
    description: read(/<meta name="description" content="([^"]*)"/),
    canonical: read(/<link rel="canonical" href="([^"]*)"/),
    robots: read(/<meta name="robots" content="([^"]*)"/),
    image: read(/<meta property="og:image" content="([^"]*)"/),
    posting: posting === undefined ? undefined : JSON.parse(posting),
  }
}

async function sitemap(site: Site, asked = '', most?: number): Promise<string> {
  let xml = ''
  for await (const piece of sitemapOf(site.db, 'https://example.org', new URLSearchParams(asked), most)) xml += piece
  expect(XMLValidator.validate(xml)).toBe(true)
  return xml
}

const locsIn = (xml: string): string[] => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc as string)

describeSiteOnBothEngines('What is found and shared', (site) => {
  let author: Client
  const made: Record<'post' | 'gone' | 'hidden' | 'claim', string> = { post: '', gone: '', hidden: '', claim: '' }
  beforeAll(async () => {
    author = await newClient(site(), 'Wren')
    const write = async (more: object) =>
      (await author.call('POST', '/posts', { title: hostile, body: `First words. ${hostile}`, ...more })).body.id
    made.post = await write({})
    made.gone = await write({})
    made.hidden = await write({ published: false })
    await author.call('DELETE', `/posts/${made.gone}`)
    const said = (body: string) => author.call('POST', `/threads/post/${made.post}/comments`, { body })
    await said(`It stays. ${hostile}`)
    const { body: gone } = await said('This goes away.')
    await author.call('DELETE', `/comments/${gone.id}`)
    const framings = [{ name: 'calling it <so>', definition: 'As it says.' }]
    made.claim = (await author.call('POST', '/claims', { statement: `It did. ${hostile}`, framings })).body.id
  })

  test('a post tells searches who wrote it, what it says and what was answered, whatever is in its words', async () => {
    const { html, title, canonical, robots, posting, description } = await headOf(
      site(),
      `/posts/${made.post}?sort=new`,
    )
    expect(html).not.toContain('<script>alert')
    expect(title).toContain('&lt;/script&gt;')
    expect(description).toMatch(/^First words\./)
    expect([canonical?.endsWith(`/posts/${made.post}`), robots]).toEqual([true, undefined])
    expect(posting).toMatchObject({
      '@type': 'DiscussionForumPosting',
      author: { name: 'Wren' },
      headline: expect.stringContaining('<b>bold</b>'),
      interactionStatistic: expect.arrayContaining([expect.objectContaining({ userInteractionCount: 1 })]),
    })
    expect(posting.comment.map(({ text }: { text: string }) => text)).toEqual([expect.stringMatching(/^It stays\./)])
  })

  test('what is deleted or private is told to nobody', async () => {
    const gone = await headOf(site(), `/posts/${made.gone}`)
    expect(gone).toMatchObject({ robots: 'noindex, follow', posting: undefined, canonical: undefined })
    expect((await fetch(`${site().address}/posts/${made.hidden}/picture.png`)).status).toBe(404)
    const listed = locsIn(await sitemap(site()))
    expect(listed).toContain(`https://example.org/posts/${made.post}`)
    for (const id of [made.gone, made.hidden]) expect(listed.join()).not.toContain(id)
  })

  test('a form, a search and the second page of a list ask not to be listed', async () => {
    const cursor = Buffer.from(JSON.stringify([Date.now(), 'x'])).toString('base64url')
    for (const path of ['/join', '/search?q=it', `/posts?sort=new&cursor=${cursor}`])
      expect(await headOf(site(), path)).toMatchObject({ robots: 'noindex, follow', canonical: undefined })
    expect(await headOf(site(), '/posts?sort=new')).toMatchObject({ canonical: expect.stringMatching(/\/posts$/) })
  })

  test('claims and posts have a picture of their own, drawn once for what it shows', async () => {
    for (const path of [`/claims/${made.claim}`, `/posts/${made.post}`]) {
      const { image } = await headOf(site(), path)
      expect(image?.endsWith(`${path}/picture.png`)).toBe(true)
      const answer = await fetch(`${site().address}${path}/picture.png`)
      const { format, width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 })
      const known = { 'if-none-match': answer.headers.get('etag') as string }
      expect((await fetch(`${site().address}${path}/picture.png`, { headers: known })).status).toBe(304)
    }
  })

  test('the sitemap lists all that everybody may read, in parts where one file would be too long', async () => {
    const whole = await sitemap(site())
    expect(locsIn(whole)).toEqual([...new Set(locsIn(whole))])
    expect(new XMLParser().parse(whole).urlset.url.at(-1)).toMatchObject({ lastmod: expect.stringMatching(/Z$/) })
    const index = locsIn(await sitemap(site(), '', 1))
    expect(index[0]).toBe('https://example.org/sitemap.xml?of=pages')
    const parts: string[] = []
    for (const part of index)
      parts.push(...locsIn(await sitemap(site(), new URL(part.replace('&amp;', '&')).search, 1)))
    expect(parts.sort()).toEqual(locsIn(whole).sort())
    const served = await fetch(`${site().address}/sitemap.xml`)
    expect(served.headers.get('content-type')).toMatch(/^application\/xml/)
    expect(locsIn(await served.text())).toHaveLength(locsIn(whole).length)
  })
})

test('robots are asked to leave forms, votes and searches, and are shown the way to the rest', () => {
  const text = robotsText('https://example.org')
  expect(text).toContain('Sitemap: https://example.org/sitemap.xml')
  for (const path of ['/search?', '/votes', '/*/edit', '/settings']) expect(text).toContain(`Disallow: ${path}\n`)
  expect(text).toContain('Allow: /moderation/log\n')
})
