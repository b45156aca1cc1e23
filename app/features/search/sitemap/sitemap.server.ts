import { isoTime } from '#app/lib/clock.ts'
import { escaped } from '#app/lib/html-text.ts'
import { notFound } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { selectCount, selectEnd, selectListed } from './sitemap.queries.server.ts'
import {
  first,
  isSitemapKind,
  mostListed,
  partPath,
  type SitemapKind,
  type SitemapPart,
  sitemapKinds,
  standingPages,
} from './sitemap.ts'

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** Addresses of what everybody may read, in pieces as they are read: all in one file, or, where that would hold too many, the parts that they are in. */
export async function* sitemapOf(db: Db, origin: string, asked: URLSearchParams, most = mostListed) {
  const part = partAsked(asked)
  if (part) return yield* listOf(db, origin, [part], most)
  if (await fitInOne(db, most)) return yield* listOf(db, origin, whole, most)
  yield `${head}<sitemapindex ${namespace}>\n`
  for (const one of await partsOf(db, most)) yield `<sitemap><loc>${escaped(origin + partPath(one))}</loc></sitemap>\n`
  yield '</sitemapindex>\n'
}

function partAsked(asked: URLSearchParams): SitemapPart | null {
  const kind = asked.get('of')
  if (kind === null) return null
  if (kind === 'pages') return { kind: null, after: first }
  if (!isSitemapKind(kind)) throw notFound('part of the sitemap')
  return { kind, after: asked.get('after') ?? first }
}

const whole: SitemapPart[] = [null, ...sitemapKinds].map((kind) => ({ kind, after: first }))

async function partsOf(db: Db, most: number): Promise<SitemapPart[]> {
  const parts = whole.slice(0, 1)
  for (const kind of sitemapKinds) {
    let after: string | undefined = first
    while (after !== undefined) {
      parts.push({ kind, after })
      after = await selectEnd(db, kind, after, most)
    }
  }
  return parts
}

async function fitInOne(db: Db, most: number): Promise<boolean> {
  let left = most - standingPages.length
  for (const kind of sitemapKinds) {
    if (left < 0) return false
    left -= await selectCount(db, kind, left + 1)
  }
  return left >= 0
}

async function* listOf(db: Db, origin: string, parts: readonly SitemapPart[], most: number) {
  yield `${head}<urlset ${namespace}>\n`
  for (const { kind, after } of parts) {
    if (kind === null) yield standingPages.map((path) => `<url><loc>${origin}${path}</loc></url>\n`).join('')
    else
      for await (const rows of batchesOf(db, kind, after, most))
        yield rows.map(({ id, at }) => urlOf(`${origin}/${kind}s/${encodeURIComponent(id)}`, at)).join('')
  }
  yield '</urlset>\n'
}

const urlOf = (address: string, at: number) =>
  `<url><loc>${escaped(address)}</loc><lastmod>${isoTime(at)}</lastmod></url>\n`

const batch = 1000

async function* batchesOf(db: Db, kind: SitemapKind, from: string, most: number) {
  let [after, left] = [from, most]
  while (left > 0) {
    const rows = await selectListed(db, kind, after, Math.min(batch, left))
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = last.id
    left -= rows.length
  }
}
