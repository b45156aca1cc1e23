import { redirect } from '@remix-run/node'
import { dismissNear, undismissNear } from '#app/features/relations/near/near.server.ts'
import { nodePath } from '#app/features/relations/node.ts'
import { nodeOfRef } from '#app/features/relations/relating/ref.ts'
import { buttonAction } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'

export const action = buttonAction(async ({ db, member, url, form }) => {
  const [one, other] = ['one', 'other'].map((name) => nodeOfRef(url.searchParams.get(name)))
  if (!one || !other) throw notFound('place on the map')
  const isBack = form.get('do') === 'restore'
  await (isBack ? undismissNear : dismissNear)(db, member, one, other)
  return redirect(`${nodePath(one)}#near`)
})
