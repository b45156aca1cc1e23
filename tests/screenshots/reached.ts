import { readdirSync, readFileSync } from 'node:fs'
import { routePath } from '#app/http/route-path.ts'
import { type Cookies, type Reader, toRead } from './readers.ts'

/** A page by the pattern of its address, one such address, and who looks at it. */
export interface Found {
  pattern: string
  path: string
  reader: Reader
}

const folder = new URL('../../app/routes/pages/', import.meta.url)

interface Route {
  pattern: string
  matches: RegExp
}

/** Pages that are laid out apart from the others: in frames of other sites, and to keep. */
const byThemselves = ['claims/:id/embed', 'transcripts/:id/export.html']

/** What signed-in readers see otherwise, since they act there; other pages are shot for whoever sees them first. */
const alsoFor: Partial<Record<Reader, string[]>> = {
  member: [
    ...['', 'claims', 'claims/:id', 'claims/:id/arguments', 'posts', 'posts/:id', 'comments/:id/context'],
    ...['transcripts/:id', 'transcripts/new', 'excerpts/:id', 'labels', 'labels/:id', 'collections/:id'],
    ...['framings/:id', 'concepts/:id', 'relations/:id', 'members/:handle', 'search'],
  ],
  moderator: ['claims/:id', 'posts/:id', 'excerpts/:id', 'labels/:id', 'concepts/:id', 'members/:handle'],
}

/** Every page, by the pattern of its address; those that are named before those that have a part of any name. */
function pages(): Route[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsx'))
  const shown = files.filter((file) => /export const meta/.test(readFileSync(new URL(file, folder), 'utf8')))
  const patterns = [...shown.map(routePath), ...byThemselves].sort((a, b) => a.split(':').length - b.split(':').length)
  return patterns.map((pattern) => ({ pattern, matches: new RegExp(`^/${pattern.replace(/:\w+/g, '[^/]+')}$`) }))
}

/** What no link leads to, since a letter or a form does. */
const unlinked = [
  '/removed',
  '/sign-in/forgotten',
  '/named?name=nothing%20yet',
  '/search?q=model',
  '/moderation',
  '/attributions',
  '/paste',
  '/styleguide',
]

// Of each kind of page, so many are looked through for links.
const mostOfAKind = 3

/** Goes through the site by its links and to what was prepared, as each reader, and gives one address of each page, for whom it is to be shot. */
export async function pagesReached(origin: string, cookies: Cookies, prepared: string[]) {
  const routes = pages()
  const reached: Found[] = []
  for (const reader of toRead) {
    const cookie = cookies[reader]
    const headers: Record<string, string> = cookie ? { cookie: `${cookie.name}=${cookie.value}` } : {}
    await walk(origin, headers, routes, prepared, (pattern, path) => {
      const shot = reached.filter((one) => one.pattern === pattern)
      const isWanted = shot.length === 0 || alsoFor[reader]?.includes(pattern)
      if (isWanted && !shot.some((one) => one.reader === reader)) reached.push({ pattern, path, reader })
    })
  }
  const missed = routes.filter(({ pattern }) => !reached.some((one) => one.pattern === pattern))
  return { reached, missed: missed.map(({ pattern }) => pattern) }
}

type Tell = (pattern: string, path: string) => void

async function walk(origin: string, headers: Record<string, string>, routes: Route[], prepared: string[], tell: Tell) {
  const [queue, seen, looked] = [['/', ...unlinked, ...prepared], new Set<string>(), new Map<string, number>()]
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const route = routes.find(({ matches }) => matches.test((path as string).split('?')[0] as string))
    const count = looked.get(route?.pattern ?? '') ?? 0
    if (!route || seen.has(path) || count >= mostOfAKind) continue
    seen.add(path)
    const answer = await fetch(origin + path, { headers, redirect: 'manual' })
    if (answer.status !== 200) continue
    looked.set(route.pattern, count + 1)
    tell(route.pattern, path)
    queue.push(...linksIn(await answer.text()))
  }
}

const linksIn = (html: string) =>
  [...html.matchAll(/ href="(\/[^"#]*)/g)].map(([, path]) => (path as string).replaceAll('&amp;', '&'))
