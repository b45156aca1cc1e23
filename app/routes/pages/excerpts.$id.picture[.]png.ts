import { picturedExcerpt } from '#app/features/labels/excerpt-page.server.ts'
import { pictureOf, withNotesIn } from '#app/features/labels/picture/picture-layout.ts'
import { pageLoader } from '#app/http/page.server.ts'

export const loader = pageLoader(async ({ db, member, params, request, pictures }) => {
  const shown = await picturedExcerpt(db, params.id, member)
  return pictures.answer(request, shown, (undrawn) => pictureOf(withNotesIn(shown, undrawn)))
}, 'picture')
