import { changeAnnotation, deleteAnnotation } from '#app/features/annotations/annotations.server.ts'
import { findAnnotation } from '#app/features/annotations/written.server.ts'
import { annotationHeaders, describing, JsonLd, sentHeaders, siteOf, telling } from '#app/http/annotations.server.ts'
import { deleting, endpoint, gone, there, writing } from '#app/http/api.server.ts'

const annotation = endpoint({
  get: describing(async ({ db, env, member, params }) => {
    const { annotation, isSent } = await findAnnotation(db, env.ORIGIN, params.id, member)
    return { ...there(annotation), headers: annotationHeaders(isSent) }
  }),
  put: writing({ summary: 'Changes it.', answers: 'annotation', body: JsonLd, megabytes: 1 }, async (asked) => {
    const { db, member, params, body, request } = asked
    const tags = request.headers.get('if-match')
    const changed = await changeAnnotation(db, member, siteOf(asked), params.id, body, tags)
    return { ...there(changed), headers: sentHeaders(changed) }
  }),
  delete: deleting({ summary: 'Takes it away.', answers: 'annotation' }, async (asked) => {
    const { db, member, params, request } = asked
    await deleteAnnotation(db, member, siteOf(asked), params.id, request.headers.get('if-match'))
    return gone
  }),
  options: telling(annotationHeaders(true)),
})

export const loader = annotation
export const action = annotation
