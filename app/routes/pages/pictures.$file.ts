import { findPicture } from '#app/features/pictures/pictures.server.ts'
import { pageLoader } from '#app/http/page.server.ts'

const forEver = 'public, max-age=31536000, immutable'

export const loader = pageLoader(async ({ db, params, request }) => {
  const headers = { etag: `"${params.file}"`, 'cache-control': forEver }
  const { type, bytes } = await findPicture(db, params.file)
  if (request.headers.get('if-none-match')?.includes(headers.etag)) return new Response(null, { status: 304, headers })
  return new Response(bytes as BodyInit, { headers: { ...headers, 'content-type': type } })
})
