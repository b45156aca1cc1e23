import { picturedExcerpt } from '#app/features/labels/excerpt-page.server.ts'
import { drawPicture, pictureTag } from '#app/features/labels/excerpt-picture.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

const fiveMinutes = 'public, max-age=300'

export const loader = pageLoader(async ({ db, member, params, request }) => {
  const pictured = await picturedExcerpt(db, params.id, member)
  const headers = { etag: `"${pictureTag(pictured)}"`, 'cache-control': fiveMinutes }
  if (request.headers.get('if-none-match')?.includes(headers.etag)) return new Response(null, { status: 304, headers })
  // Made for other sites to show.
  const image = await drawPicture(pictured)
  return new Response(image as BodyInit, {
    headers: { ...headers, 'content-type': 'image/png', 'cross-origin-resource-policy': 'cross-origin' },
  })
})
