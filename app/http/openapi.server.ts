import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema'
import type * as v from 'valibot'
import type { Method, Operation, Operations } from './api.server.ts'
import { routePath } from './route-path.ts'

type Modules = Record<string, Record<string, unknown>>

const conversion: ConversionConfig = { target: 'draft-2020-12', errorMode: 'ignore' }

/** The OpenAPI 3.1 document, made from what the routes answer by: `routes` are the modules of routes/api by file, `answers` those whose exports `…Answer` are schemas. */
export function openapiOf(origin: string, routes: Modules, answers: Modules) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parallax',
      version: '1',
      description:
        'Where people stand on what a model did, and how much of that is only the standpoint. Ids are opaque strings, times ISO 8601 UTC, offsets and limits Unicode code points.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{}, { token: [] }],
    paths: pathsOf(routes),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'A personal access token, plx_…' } },
      schemas: schemasOf(answers),
    },
  }
}

/** Every operation of the API with its method and path (`/claims/{id}`), in order of path. */
export function operationsOf(routes: Modules): { path: string; method: Method; operation: Operation }[] {
  return Object.entries(routes).flatMap(([file, module]) => {
    const operations = (module.loader as { operations?: Operations } | undefined)?.operations ?? {}
    const path = `/${routePath(file.replace(/^.*\//, ''))}`.replace(/:(\w+)/g, '{$1}')
    return Object.entries(operations).map(([method, operation]) => ({ path, method: method as Method, operation }))
  })
}

function pathsOf(routes: Modules) {
  const paths: Record<string, Record<string, object>> = {}
  for (const { path, method, operation } of operationsOf(routes)) {
    paths[path] = { ...paths[path], [method]: describedOperation(path, method, operation) }
  }
  return paths
}

function describedOperation(path: string, method: Method, operation: Operation) {
  return {
    operationId: operationId(path, method),
    summary: operation.summary,
    parameters: parametersOf(path, method, operation),
    ...(operation.body ? { requestBody: { required: true, content: json(schemaOf(operation.body)) } } : {}),
    ...(operation.types ? { requestBody: { required: true, content: fileOf(operation.types) } } : {}),
    ...(operation.signedIn ? { security: [{ token: [] }] } : {}),
    responses: responsesOf(method, operation),
  }
}

function operationId(path: string, method: Method): string {
  return method + path.replace(/[{}]/g, '').replace(/[/.-](\w)/g, (_, letter: string) => letter.toUpperCase())
}

function parametersOf(path: string, method: Method, operation: Operation) {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const isList = operation.answers.endsWith('[]')
  const paging = method === 'get' && isList ? { limit: '1 to 200', cursor: '`next` of the page before, as it is' } : {}
  const asked = Object.entries({ ...paging, ...operation.query }).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: name === 'limit' ? 'integer' : 'string' },
  }))
  const once = {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Sent again, the same key gives the same answer and no second deed.',
    schema: { type: 'string' },
  }
  return [...named, ...asked, ...(operation.signedIn ? [once] : [])]
}

function responsesOf(method: Method, { answers, signedIn }: Operation) {
  const content = answers === 'nothing' ? {} : { content: contentOf(answers) }
  const problem = {
    description: 'Refused, and why',
    content: { 'application/problem+json': { schema: ref('problem') } },
  }
  const made =
    method === 'post'
      ? { '201': { description: 'Made', ...content, headers: { Location: { schema: { type: 'string' } } } } }
      : {}
  const done =
    answers === 'nothing'
      ? { '204': { description: 'Done' } }
      : { '200': { description: method === 'post' ? 'Already there' : 'The answer', ...content } }
  const refusals = signedIn
    ? { '401': problem, '403': problem, '404': problem, '409': problem, '413': problem, '422': problem, '429': problem }
    : { '404': problem, '422': problem, '429': problem }
  return { ...made, ...done, ...refusals }
}

/** A shape of this API is JSON; what is named by a media type is that. */
function contentOf(answers: string) {
  return answers.includes('/') ? { [answers]: { schema: { type: 'string' } } } : json(answerSchema(answers))
}

function answerSchema(answers: string) {
  if (!answers.endsWith('[]')) return ref(answers)
  const properties = { items: { type: 'array', items: ref(answers.slice(0, -2)) }, next: { type: ['string', 'null'] } }
  return { type: 'object', required: ['items', 'next'], properties }
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const fileOf = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
const json = (schema: object) => ({ 'application/json': { schema } })

function schemasOf(modules: Modules) {
  const schemas: Record<string, object> = { problem: problemSchema }
  for (const [name, schema] of Object.values(modules).flatMap((module) => Object.entries(module))) {
    const noun = /^([A-Z]\w*)Answer$/.exec(name)?.[1]
    if (noun) schemas[noun.charAt(0).toLowerCase() + noun.slice(1)] = schemaOf(schema as v.GenericSchema)
  }
  return schemas
}

function schemaOf(schema: v.GenericSchema): object {
  const { $schema: _, ...rest } = toJsonSchema(schema, conversion)
  return rest
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    candidates: { type: 'array', items: { type: 'object' } },
  },
}
