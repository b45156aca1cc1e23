import { askForPasskey } from '#app/features/accounts/passkeys/passkeys.server.ts'
import { proveAgain } from '#app/features/accounts/passwords.server.ts'
import { buttonAction } from '#app/http/page.server.ts'
import { askingOf } from '#app/http/signed-in.server.ts'

export const action = buttonAction(async ({ db, env, member, form, limits, address, request }) => {
  const asking = askingOf({ env, request })
  await limits.signIn(address, member.handle, () => proveAgain(db, member, asking, form.get('current') ?? ''))
  return Response.json(await askForPasskey(db, member, env.ORIGIN))
})
