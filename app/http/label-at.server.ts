import { redirect } from '@remix-run/node'
import type { Label } from '#app/features/labels/label.ts'
import { findLabel } from '#app/features/labels/labels.server.ts'
import type { Asked } from './context.server.ts'
import { whereMerged } from './where-merged.ts'

/** The label whose page is asked for. One that was merged leads to that into which it was; not for good, since a merge can be taken back. */
export async function labelAt({ db, params, url }: Pick<Asked, 'db' | 'params' | 'url'>): Promise<Label> {
  const label = await findLabel(db, params.id)
  if (!label.mergedInto) return label
  throw redirect(whereMerged('labels', label.id, label.mergedInto, url), 302)
}
