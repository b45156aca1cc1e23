import { authenticate } from '#app/features/accounts/accounts.server.ts'
import { askToConfirm, replaceAddress } from '#app/features/accounts/letters/letters.server.ts'
import { type Member, SigningIn } from '#app/features/accounts/member.ts'
import {
  addPasskey,
  idOfShown,
  memberOfPasskey,
  removePasskey,
} from '#app/features/accounts/passkeys/passkeys.server.ts'
import { changePassword, proveAgain } from '#app/features/accounts/passwords.server.ts'
import { endSessions } from '#app/features/accounts/sessions.server.ts'
import { lettersFrom, lettersTo } from '#app/features/limits/limit.ts'
import { parse } from '#app/lib/validation.ts'
import type { FormFields } from './body.server.ts'
import type { Asked } from './context.server.ts'
import { askingOf } from './signed-in.server.ts'

/** Who signs in: by a passkey where the form brings one, else by handle and password. */
export async function memberSigningIn({
  db,
  env,
  form,
  limits,
  address,
}: Asked & { form: FormFields }): Promise<Member> {
  const passkey = form.get('passkey')
  if (passkey !== undefined)
    return limits.signIn(address, `passkey ${idOfShown(passkey)}`, () => memberOfPasskey(db, env.ORIGIN, passkey))
  const { handle, password } = parse(SigningIn, form.values())
  return limits.signIn(address, handle, () => authenticate(db, handle, password))
}

/** Does what the page about signing in was sent for; answers what is to be said of it there. Whatever changes how a member signs in asks for the password again. */
export async function changeSigningIn(asked: Asked<Member> & { form: FormFields }): Promise<string> {
  const { db, env, member, form, limits, address, request } = asked
  const asking = askingOf({ env, request })
  const intent = form.get('intent')
  if (intent === 'end' || intent === 'end-others') {
    await endSessions(db, member, intent === 'end' ? { id: form.get('session') ?? '' } : { except: asking })
    return ''
  }
  if (intent === 'add-passkey') return addGiven(asked)
  await limits.signIn(address, member.handle, () => proveAgain(db, member, asking, form.get('current') ?? ''))
  if (intent === 'remove-passkey') {
    await removePasskey(db, member, form.get('id') ?? '')
    return 'no-passkey'
  }
  if (intent === 'address') {
    await limits.spend(db, [lettersFrom, address], [lettersTo, member.id])
    await askToConfirm(db, member, form.get('email') ?? '', env.ORIGIN)
  } else if (intent === 'no-address') await replaceAddress(db, member, null)
  else {
    await changePassword(db, member, asking, form.get('password') ?? '')
    return 'password'
  }
  await endSessions(db, member, { except: asking })
  return intent === 'address' ? 'address' : ''
}

/** Adds the passkey that a device made. Its challenge was given to whoever proved to be the member. */
async function addGiven({ db, env, member, form }: Asked<Member> & { form: FormFields }): Promise<string> {
  await addPasskey(db, member, env.ORIGIN, { name: form.get('name') ?? '', passkey: form.get('passkey') ?? '' })
  return 'passkey'
}
