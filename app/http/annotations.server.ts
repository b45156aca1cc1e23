import * as v from 'valibot'
import type { Site } from '#app/features/annotations/annotations.server.ts'
import type { Shown } from '#app/features/annotations/container.server.ts'
import { isTooDeep } from '#app/features/annotations/model/values.ts'
import { etagOf } from '#app/lib/digest.server.ts'
import { type Answer, type Operation, reading, there } from './api.server.ts'
import type { Asked } from './context.server.ts'

const type = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const ldp = (name: string) => `<http://www.w3.org/ns/ldp#${name}>; rel="type"`

/** A body of JSON-LD; what is in it is for the room to check. */
export const JsonLd = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check((given) => !isTooDeep(given), 'This is nested too deep.'),
)

const headersOf = (allow: string, links: string[], more: Record<string, string>) => ({
  'content-type': type,
  allow,
  link: links.join(', '),
  ...more,
})

/** Of an annotation (Web Annotation Protocol, section 3). */
export const annotationHeaders = (isSent: boolean) =>
  headersOf(`${isSent ? 'PUT, DELETE, ' : ''}GET, HEAD, OPTIONS`, [ldp('Resource')], { vary: 'Accept' })

/** Of the answer to a write: with the tag that the next one names. */
export const sentHeaders = (annotation: object) => ({
  ...annotationHeaders(true),
  etag: etagOf(JSON.stringify(annotation)),
})

/** Of the container (section 4). */
export const containerHeaders = headersOf(
  'POST, GET, HEAD, OPTIONS',
  [ldp('BasicContainer'), '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"'],
  { vary: 'Accept, Prefer', 'accept-post': type },
)

/** Of a representation of the container or of a page of it: its own address, whatever was asked for. */
export const containerAnswer = <T extends { id: string }>(thing: T): Answer<T> => ({
  ...there(thing),
  headers: { ...containerHeaders, 'content-location': thing.id },
})

/** Answers OPTIONS: what may be done here. */
export const telling = (headers: Record<string, string>): Operation =>
  reading({ summary: 'Says what may be done here.', answers: 'annotation' }, async () => {
    const { 'content-type': _, ...rest } = headers
    return new Response(null, { status: 204, headers: rest })
  })

/** A reading that answers with headers of its own. */
export const describing = (run: (asked: Asked) => Promise<Answer>): Operation => ({
  ...{ summary: 'Gives an annotation, or the container of all.', answers: 'annotation' },
  signedIn: false,
  run,
})

/** The site as its own settings name it, and as this request does. */
export function siteOf({ env, url }: Pick<Asked, 'env' | 'url'>): Site {
  return { origin: env.ORIGIN, origins: [env.ORIGIN, url.origin] }
}

/** What is to be shown: by the address, else by the Prefer header. */
export function shownOf({ url, request }: Pick<Asked, 'url' | 'request'>): Shown {
  const iris = url.searchParams.get('iris')
  if (iris !== null) return iris === '1' ? 'named' : 'described'
  const asked = request.headers.get('prefer') ?? ''
  if (asked.includes('http://www.w3.org/ns/ldp#PreferMinimalContainer')) return 'minimal'
  return asked.includes('http://www.w3.org/ns/oa#PreferContainedIRIs') ? 'named' : 'described'
}
