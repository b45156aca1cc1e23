import { openAction, pageLoader } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'

export const loader = pageLoader(async () => {
  throw notFound('page')
})

export const action = openAction(async () => {
  throw notFound('page')
})

/** Never shown: with it, an address without a page gets the site's own error page, and not bare text. */
export default function Missing() {
  return null
}
