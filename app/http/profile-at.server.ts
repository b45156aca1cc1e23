import { redirect } from '@remix-run/node'
import { findProfile, isFormerHandle, type Profile } from '#app/features/accounts/accounts.server.ts'
import type { Asked } from './context.server.ts'

/** The member whose handle stands in the address. One that they went by before leads to the same page under the one that they go by now, for good. */
export async function profileAt({ db, params, url }: Pick<Asked, 'db' | 'params' | 'url'>): Promise<Profile> {
  const profile = await findProfile(db, params.handle)
  if (!isFormerHandle(profile, params.handle)) return profile
  const rest = url.pathname.split('/').slice(3)
  throw redirect(['', 'members', profile.handle, ...rest].join('/') + url.search, 301)
}
