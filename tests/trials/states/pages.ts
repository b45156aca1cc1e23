import { readdirSync, readFileSync } from 'node:fs'
import { routePath } from '#app/http/route-path.ts'
import { refusals } from './refusals.ts'
import { table } from './table.ts'
import type { Reader, Worlds } from './worlds.ts'

/** A page in one of its states. */
export interface State {
  state: (typeof states)[number]
  world: keyof Worlds
  reader: Reader
  path: string
  /** What is sent to reach it; as a rule nothing. */
  body?: string
  status: number
}

const states = ['nothing', 'one', 'many', 'signed out', 'signed in', 'moderator', 'refused', 'sent'] as const
const worlds = ['bare', 'one', 'many', 'demo', 'demo', 'demo'] as const

/** Every line of the table, and what is refused: one by one. */
export function statesOf(): State[] {
  return [...shown(), ...refused(), ...withoutLine()]
}

function shown(): State[] {
  return table.split('\n').flatMap((line) => {
    const [, cells = '', path = ''] = /^((?:[a-z.] ){6}) (\S+)$/.exec(line) ?? []
    return cells.split(' ').flatMap((reader, at) => {
      if (!path || reader === '.' || reader === '') return []
      // A list is empty where there is nothing at all.
      const world = at === 0 && !path.includes('{') ? 'nothing' : (worlds[at] as keyof Worlds)
      return [{ state: states[at] as State['state'], world, reader: reader as Reader, path, status: 200 }]
    })
  })
}

function refused(): State[] {
  return refusals.split('\n').flatMap((line) => {
    const [, status, reader, path = '', body] = /^(\d{3}) (\w) (\S+)(?: \| ?(.*))?$/.exec(line) ?? []
    if (!path) return []
    const state = Number(status) < 400 ? ('sent' as const) : ('refused' as const)
    return [{ state, world: 'many' as const, reader: reader as Reader, path, body, status: Number(status) }]
  })
}

/** What no line of refusals stands for: addresses of nothing, and lists that are asked for from nowhere. */
function withoutLine(): State[] {
  const lines = refused().filter(({ status }) => status >= 400)
  const whoever = { state: 'refused', world: 'many', reader: 'a' } as const
  return pageRoutes().flatMap((route) => {
    if (route.isFile || lines.some(({ path }) => routeOf(path) === route)) return []
    if (route.pattern.includes(':')) return [{ ...whoever, path: route.pattern.replace(/:\w+/g, 'none'), status: 404 }]
    return route.isPaged ? [{ ...whoever, path: `${route.pattern}?cursor=none`, status: 422 }] : []
  })
}

interface PageRoute {
  pattern: string
  matches: RegExp
  /** Whether it shows something: some only take what is sent, and lead on. */
  isShown: boolean
  isPaged: boolean
  /** To keep: what is refused is told to programs. */
  isFile: boolean
  takesForms: boolean
}

const folder = new URL('../../../app/routes/pages/', import.meta.url)
const routes: PageRoute[] = readdirSync(folder)
  .filter((file) => /\.tsx$|\.embed\.ts$/.test(file))
  .map((file) => {
    const [pattern, text] = [`/${routePath(file)}`, readFileSync(new URL(file, folder), 'utf8')]
    return {
      pattern,
      matches: new RegExp(`^${pattern.replace('.', '\\.').replace(/:\w+/g, '[^/]+').replace('*', '.+')}$`),
      isShown: !/export default function \w+\(\) \{\s+return null/.test(text),
      isPaged: text.includes('pageOf('),
      isFile: !text.includes('export default'),
      takesForms: /export const action = (?:pageAction|openAction)/.test(text),
    }
  })
  .sort((a, b) => b.pattern.replace(/:\w+|\*/g, '').length - a.pattern.replace(/:\w+|\*/g, '').length)

/** Every route that a person sees. */
export const pageRoutes = (): readonly PageRoute[] => routes

/** The route that shows an address; of two that match, the one with more of its own words. */
export function routeOf(path: string): PageRoute | undefined {
  const [asked = ''] = path.split('?')
  return routes.find(({ matches }) => matches.test(asked))
}
