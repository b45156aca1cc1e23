import { redirect } from '@remix-run/node'
import type { Label } from '#app/features/labels/label.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import type { Asked } from './context.server.ts'

/** The label whose page is asked for. One that was merged leads to that into which it was; not for good, since a merge can be taken back. What was said under it is read on its history. */
export async function labelAt({ db, params, url }: Pick<Asked, 'db' | 'params' | 'url'>): Promise<Label> {
  const label = await findLabel(db, params.id)
  if (!label.mergedInto) return label
  const isOfThread = url.searchParams.has('sort') || url.searchParams.has('after')
  throw redirect(isOfThread ? `/labels/${label.id}/history${url.search}` : `/labels/${label.mergedInto}`, 302)
}
