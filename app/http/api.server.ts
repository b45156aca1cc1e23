import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type * as v from 'valibot'
import type { Member } from '#app/features/accounts/member.ts'
import type { Costly, Written } from '#app/features/limits/limit.ts'
import { etagOf, sha256 } from '#app/lib/digest.server.ts'
import { invalid, isRefusal, notSignedIn } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import { inTransaction } from '#db/transaction.ts'
import { readBytes, readJson } from './body.server.ts'
import type { Asked } from './context.server.ts'
import { once } from './idempotency.server.ts'
import { paramsOf, urlOf } from './params.server.ts'
import { problem, problemAnswer } from './refusals.server.ts'
import { memberAsking } from './signed-in.server.ts'
import { asRefusal } from './trouble.server.ts'

/** What a write answers: 201 with Location for a thing it made, 200 for one that was there. */
export interface Answer<T = unknown> {
  status: 200 | 201 | 202 | 204
  thing?: T
  location?: string
  /** Beside or in place of the usual ones. */
  headers?: Record<string, string>
}

export const made = <T>(thing: T, location: string): Answer<T> => ({ status: 201, thing, location })
export const there = <T>(thing: T, location?: string): Answer<T> => ({ status: 200, thing, location })
/** What was asked for is under way; how far it is, is told at an address. */
export const underWay = <T>(thing: T, location: string): Answer<T> => ({ status: 202, thing, location })
export const gone: Answer<never> = { status: 204 }
/** What was asked for has another address for good. */
export const movedTo = (path: string) => new Response(null, { status: 301, headers: { location: path } })

/** What was asked for is found at another address now. */
export const elsewhere = (path: string) =>
  new Response(null, { status: 302, headers: { location: path, 'cache-control': 'no-cache' } })

type Schema = v.GenericSchema

interface Said {
  summary: string
  /** Name of the shape in the answer, as the OpenAPI document calls it (`claim`, `claim[]` for a list). */
  answers: string
  /** Query parameters beside limit and cursor, with what they mean. */
  query?: Record<string, string>
  /** What it costs the site, where that is much. */
  costs?: Costly
  /** What is written by it, of which a member writes so much in a day. */
  writes?: Written
}

export interface Operation extends Said {
  body?: Schema
  /** Media types of a body that is taken as it is. */
  types?: readonly string[]
  megabytes?: number
  signedIn: boolean
  run(asked: Asked & { body: unknown }): Promise<Answer | Response>
}

/** An operation that visitors may call; it answers a thing, or where it went. */
export function reading(said: Said, run: (asked: Asked) => Promise<unknown>): Operation {
  const answer = async (asked: Asked) => {
    const thing = await run(asked)
    return thing instanceof Response ? thing : there(thing)
  }
  return { ...said, signedIn: false, run: answer }
}

/** An operation for visitors that answers with more than a thing, as a stream of events; `answers` is its media type. */
export function streaming(said: Said, run: (asked: Asked) => Promise<Response>): Operation {
  return { ...said, signedIn: false, run }
}

/** An operation with a body, for members; the body is read by the schema first. */
export function writing<S extends Schema>(
  said: Said & { body: S; megabytes?: number },
  run: (asked: Asked<Member> & { body: v.InferOutput<S> }) => Promise<Answer>,
): Operation {
  return { ...said, signedIn: true, run: run as Operation['run'] }
}

/** An operation whose body is a file, for members. Making something of it takes long, and no transaction is open meanwhile: whoever takes it sees to it that the same twice is one, pictures by their bytes, imports by the Idempotency-Key. */
export function uploading(
  said: Said & { types: readonly string[]; megabytes: number },
  run: (asked: Asked<Member> & { body: Uint8Array }) => Promise<Answer>,
): Operation {
  return { ...said, signedIn: true, run: run as Operation['run'] }
}

/** An operation without a body, for members. */
export function deleting(said: Said, run: (asked: Asked<Member>) => Promise<Answer>): Operation {
  return { ...said, signedIn: true, run: run as Operation['run'] }
}

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'options'
export type Operations = Partial<Record<Method, Operation>>

type Endpoint = ((args: LoaderFunctionArgs | ActionFunctionArgs) => Promise<Response>) & { operations: Operations }

/** One URL of the API: serve it as a route's loader and action both. Refusals become problems, other methods a 405. */
export function endpoint(operations: Operations): Endpoint {
  return Object.assign(
    async ({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) => {
      const method = (request.method === 'HEAD' ? 'get' : request.method.toLowerCase()) as Method
      const operation = operations[method]
      if (!operation) return notThisMethod(operations, request.method)
      try {
        const member = await memberAsking(context.db, request, context.env.ORIGIN)
        await limitWork(operation, context, request.headers.get('authorization'))
        const url = urlOf(request)
        const asked: Asked = { ...context, member, params: paramsOf(params), url, request }
        const answer = operation.signedIn
          ? await write(operation, asked)
          : await operation.run({ ...asked, body: undefined })
        return answerOf(answer, request)
      } catch (thrown) {
        const error = asRefusal(thrown, context)
        if (isRefusal(error))
          return problem(error, error.kind === 'not signed in' ? { 'www-authenticate': 'Bearer' } : {})
        context.log.error({ err: error, path: new URL(request.url).pathname }, 'the API failed')
        return problemAnswer({
          type: 'about:blank',
          title: 'Something broke here',
          status: 500,
          detail: 'The request was not carried out. It is noted in the log.',
          errors: {},
        })
      }
    },
    { operations },
  )
}

/** By token, and by address what costs much. */
async function limitWork({ costs }: Operation, { limits, address }: AppLoadContext, token: string | null) {
  if (token) await limits.work('token', sha256(token))
  if (costs) await limits.work(costs, address)
}

async function write(operation: Operation, asked: Asked): Promise<Answer | Response> {
  const { member, request, db, limits } = asked
  if (!member) throw notSignedIn()
  if (operation.types) return operation.run({ ...asked, body: await readFile(operation, request) })
  const given = operation.body ? await readBody(operation, request) : undefined
  const run = (tx: Db) => operation.run({ ...asked, db: tx, body: given }) as Promise<Answer>
  const { writes } = operation
  if (!writes) return once(db, member, request, given, run)
  // One transaction: what is refused does not count.
  const counted = async (tx: Db) => {
    await limits.write(tx, member, writes)
    return run(tx)
  }
  return once(db, member, request, given, (tx) => inTransaction(tx, counted))
}

async function readFile({ types = [], megabytes = 10 }: Operation, request: Request) {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type)) throw invalid({ body: `Send the file itself, with Content-Type: ${types.join(' or ')}.` })
  return readBytes(request, megabytes)
}

async function readBody(operation: Operation, request: Request) {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(type))
    throw invalid({ body: 'Send JSON, with Content-Type: application/json.' })
  const given = await readJson(request, operation.megabytes ?? 10)
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalid({ body: 'The body is one JSON object.' })
  return parse(operation.body as Schema, given)
}

function answerOf(answer: Answer | Response, request: Request): Response {
  if (answer instanceof Response) return answer
  const { status, thing, location } = answer
  const headers: Record<string, string> = { 'cache-control': 'private, no-cache', vary: 'Authorization, Cookie' }
  if (location) headers.location = location
  if (status !== 204) headers['content-type'] = 'application/json; charset=utf-8'
  Object.assign(headers, answer.headers)
  if (status === 204) return new Response(null, { status, headers })
  const body = JSON.stringify(thing)
  if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(body, { status, headers })
  headers.etag ??= etagOf(body)
  if (isKnown(request.headers.get('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { status, headers })
}

/** Whether If-None-Match names this. */
export function isKnown(asked: string | null, etag: string): boolean {
  if (asked === `W/${etag}`) return true
  const tags = asked?.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return tags?.some((tag) => tag === etag || tag === '*') ?? false
}

function notThisMethod(operations: Operations, method: string): Response {
  const allow = Object.keys(operations)
    .map((name) => name.toUpperCase())
    .join(', ')
  const detail = `${method} does nothing here; this address takes ${allow}.`
  return problemAnswer({ type: 'about:blank', title: 'Method not allowed', status: 405, detail, errors: {} }, { allow })
}
