import { postAnnotation } from '#app/features/annotations/annotations.server.ts'
import { containerOf, containerPage } from '#app/features/annotations/container.server.ts'
import {
  containerAnswer,
  containerHeaders,
  describing,
  JsonLd,
  sentHeaders,
  shownOf,
  siteOf,
  telling,
} from '#app/http/annotations.server.ts'
import { endpoint, made, writing } from '#app/http/api.server.ts'
import { notFound } from '#app/lib/refusal.ts'

/** The container of annotations, or one of its pages. */
const container = endpoint({
  get: describing(async (asked) => {
    const { db, env, member, url } = asked
    const page = url.searchParams.get('page')
    const shown = shownOf(asked)
    if (page === null) return containerAnswer(await containerOf(db, env.ORIGIN, shown, member))
    if (!/^\d{1,7}$/.test(page)) throw notFound('page')
    return containerAnswer(await containerPage(db, env.ORIGIN, shown, member, Number(page)))
  }),
  post: writing(
    { summary: 'Sends an annotation.', answers: 'annotation', body: JsonLd, megabytes: 1 },
    async (asked) => {
      const { id, annotation } = await postAnnotation(asked.db, asked.member, siteOf(asked), asked.body)
      return { ...made(annotation, `/annotations/${id}`), headers: sentHeaders(annotation) }
    },
  ),
  options: telling(containerHeaders),
})

export const loader = container
export const action = container
