import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { mayUse } from '#app/features/accounts/member.ts'
import { memberOfSession } from '#app/features/accounts/sessions.server.ts'
import { noteShownBy } from '#app/features/labels/showings/showings.server.ts'
import type { Fragments } from '#app/lib/fragments.server.ts'
import type { Overlaid } from '#app/ui/overlaid.ts'
import type { Db } from '#db/open.ts'
import { membersKey, type SharedPages } from '../shared-pages.server.ts'
import { ownPage, pathOf } from './address.ts'
import type { Overlay } from './overlay.ts'

interface Beside {
  db: Db
  fragments: Fragments
  isSecure: boolean
  pages: SharedPages
}

/** Answers what is a member's own on shared pages, before the framework is asked. */
export class Overlays {
  readonly #find: (path: string) => Overlay | undefined
  readonly #beside: Beside

  constructor(build: ServerBuild, beside: Beside) {
    this.#find = overlaysOf(build)
    this.#beside = beside
  }

  /** Whether members share the page at this address. */
  has(address: string): boolean {
    return this.#find(pathOf(address)) !== undefined
  }

  async answer(address: string, { headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path, { db, fragments, isSecure }] = [pathOf(address), this.#beside]
    const overlay = this.#find(path)
    if (!overlay) return void response.writeHead(404).end()
    const member = await memberOfSession(db, headers.cookie ?? '', isSecure)
    // Nobody any more, or somebody whose pages have more on them: from now on each is made for them.
    if (!member || mayUse(member, 'moderate')) return send(response, again, 'js=; Path=/; Max-Age=0; SameSite=Lax')
    const facts = this.#beside.pages.factsOf(membersKey(headers.host, address))
    const laid = facts && (await overlay({ db, member, facts, fragments, path }))
    if (!laid) return send(response, again, ownPage(path, 3600))
    await noteShownBy(db, member, facts)
    send(response, laid)
  }
}

const again: Overlaid = { again: true, parts: {}, pressed: [], mine: [], next: {} }

function send(response: ServerResponse, laid: Overlaid, cookie?: string) {
  const body = JSON.stringify(laid)
  if (cookie) response.setHeader('set-cookie', cookie)
  response.writeHead(200, { ...sent, 'content-length': Buffer.byteLength(body) }).end(body)
}

const sent = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'private, no-store' }

/** Finds the overlay of the page at a path: that of the route which the framework would choose. */
function overlaysOf(build: ServerBuild) {
  const routes = Object.values(build.routes)
    .filter(({ id }) => id !== 'root')
    .map(({ path = '', module }) => ({ path, overlay: (module.loader as { overlay?: Overlay } | undefined)?.overlay }))
    .sort((a, b) => rankOf(a.path) - rankOf(b.path))
    .map(({ path, overlay }) => ({ beginning: beginningOf(`/${path}`), pattern: patternOf(path), overlay }))
  const shared = new Set(routes.filter(({ overlay }) => overlay).map(({ beginning }) => beginning))
  const byBeginning = Map.groupBy(routes, ({ beginning }) => beginning)
  return (path: string) => {
    const beginning = beginningOf(path)
    if (!shared.has(beginning)) return undefined
    return byBeginning.get(beginning)?.find(({ pattern }) => pattern.test(path))?.overlay
  }
}

const beginningOf = (path: string) => path.split('/', 2)[1]

/** What stands in an address word for word is chosen before what stands for anything. */
const rankOf = (path: string) => (path.includes('*') ? 1000 : 0) + (path.match(/:/g)?.length ?? 0)

const patternOf = (path: string) =>
  new RegExp(
    `^/${path
      .replace(/[.[\]()+?$^|]/g, '\\$&')
      .replace(/:\w+/g, '[^/]+')
      .replace(/\*/g, '.*')}$`,
  )
