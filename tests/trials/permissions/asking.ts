import { type Actor, actors, type Cast, credentials, somePicture } from './cast.ts'
import type { Things } from './things.ts'

/** A line of the table: a request, what is sent, and what each actor is answered. */
export interface Row {
  method: string
  path: string
  body: string
  expected: Record<Actor, string>
}

/** Reads the lines of the table that begin with an answer for each actor. */
export function rowsOf(table: string): Row[] {
  return table.split('\n').flatMap((line) => {
    const [, answers = '', method = '', path = '', body = ''] =
      /^((?:(?:yes|sign|no|none|\d{3}) +){6})([A-Z]+) +(\S+)(?: \| (.+))?$/.exec(line) ?? []
    const each = answers.trim().split(/ +/)
    const expected = Object.fromEntries(actors.map((actor, at) => [actor, each[at]])) as Row['expected']
    return method ? [{ method, path, body, expected }] : []
  })
}

/** Where the line between may and may not is drawn: one at either side of it. */
export function atTheEdge({ expected }: Row): Actor[] {
  const differing = actors.slice(2, 5).find((actor) => expected[actor] !== expected.other)
  if (differing) return ['other', differing]
  return expected.visitor === expected.other ? [] : ['visitor']
}

const form = 'application/x-www-form-urlencoded'

/** Asks as an actor, about things of the owner's; gives the answer in the table's words. */
export async function answerTo(cast: Cast, row: Row, actor: Actor): Promise<string> {
  // Whoever is suspended changes nothing that others are asked about after.
  const things = row.method === 'GET' || actor === 'suspended' ? cast.shared : cast.fresh()
  const path = encodeURI(await filled(row.path, things))
  const { type, body } = await sent(row, things, cast.site.address)
  const answer = await fetch(cast.site.address + path, {
    method: row.method,
    redirect: 'manual',
    headers: { ...(await credentials(cast, actor, path)), ...(type ? { 'content-type': type } : {}) },
    body: body as BodyInit | undefined,
  })
  await answer.body?.cancel()
  if (mayBeFramed(answer) !== (/\/embed$/.test(path) && answer.status === 200)) return 'framed by others, or not'
  return wordFor(answer)
}

/** One page alone is for frames on other sites. */
const mayBeFramed = ({ headers }: Response) =>
  !headers.get('content-security-policy')?.includes("frame-ancestors 'none'")

function wordFor({ status, headers }: Response): string {
  if (status === 401 || /^\/sign-in\?to=/.test(headers.get('location') ?? '')) return 'sign'
  if (status < 400) return 'yes'
  return { 403: 'no', 404: 'none' }[status] ?? String(status)
}

async function sent({ method, path, body }: Row, things: Things, origin: string) {
  if (body === 'file') return { type: path.endsWith('imports') ? 'text/plain' : 'image/png', body: await fileFor(path) }
  if (method === 'GET' || method === 'OPTIONS' || body === '') return {}
  const words = (await filled(body, things)).replaceAll('{origin}', origin)
  return body.startsWith('{') && body.endsWith('}')
    ? { type: 'application/json', body: words }
    : { type: form, body: encodeURI(words) }
}

const fileFor = async (path: string) => (path.endsWith('imports') ? `User: ${Math.random()}` : await somePicture())

/** With the ids of things in the place of their names. */
export async function filled(text: string, things: Things): Promise<string> {
  const names = [...text.matchAll(/\{([a-z]+(?:\.\d)?)\}/g)]
    .filter(([, name]) => name !== 'origin')
    .map(([, name]) => name as string)
  let said = text
  for (const name of names) said = said.replace(`{${name}}`, await things.of(name))
  return said
}
