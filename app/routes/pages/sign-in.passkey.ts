import { askWhoSignsIn } from '#app/features/accounts/passkeys/passkeys.server.ts'
import { passkeysFrom } from '#app/features/limits/limit.ts'
import { openAction } from '#app/http/page.server.ts'

export const action = openAction(async ({ db, env, limits, address }) => {
  await limits.spend(db, [passkeysFrom, address])
  return Response.json(await askWhoSignsIn(db, env.ORIGIN))
}, false)
