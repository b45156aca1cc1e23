import * as v from 'valibot'
import { record } from '#app/features/activity/activity.server.ts'
import { now } from '#app/lib/clock.ts'
import { conflict, invalid, notFound } from '#app/lib/refusal.ts'
import { parse } from '#app/lib/validation.ts'
import type { Db } from '#db/open.ts'
import type { PasskeyRow } from '#db/tables.ts'
import { inTransaction } from '#db/transaction.ts'
import { memberOf } from '../accounts.server.ts'
import type { Member } from '../member.ts'
import { keepChallenge, takeChallenge } from './challenges.server.ts'
import { challengeMinutes, Made, mostPasskeys, type Passkey, PasskeyName, Shown } from './passkey.ts'
import * as queries from './passkeys.queries.server.ts'

/** Loaded once somebody needs it: reading its certificates' formats takes half a second and 30 MB. */
const webauthn = () => import('@simplewebauthn/server')

/** Where passkeys are good: on this site's host, from this site's pages. */
function placeOf(origin: string) {
  return { expectedOrigin: new URL(origin).origin, expectedRPID: new URL(origin).hostname }
}

/** Kinds of keys, by their numbers in COSE: EdDSA, ES256, RS256. Newer ones are experimental in Node, which says so aloud. */
const supportedAlgorithmIDs = [-8, -7, -257]

const timeout = challengeMinutes * 60_000
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'))
const encoded = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')

export async function passkeysOf(db: Db, member: Member): Promise<Passkey[]> {
  const rows = await queries.selectPasskeysOf(db, member.id)
  return rows.map(({ id, name, created_at, used_at }) => ({ id, name, addedAt: created_at, usedAt: used_at }))
}

/** What a member's device is asked for, to make a passkey. Whoever asks has just proved to be the member; the challenge stands for that. */
export async function askForPasskey(db: Db, member: Member, origin: string) {
  const has = await queries.selectPasskeysOf(db, member.id)
  refuseTooMany(has.length)
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: 'Parallax',
    rpID: placeOf(origin).expectedRPID,
    userName: member.handle,
    userID: new Uint8Array(Buffer.from(member.id)),
    timeout,
    supportedAlgorithmIDs,
    excludeCredentials: has.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(db, options.challenge, member.id)
  return options
}

/** Keeps a passkey that a device made when it was asked to. */
export async function addPasskey(db: Db, member: Member, origin: string, given: { name: string; passkey: string }) {
  const { name } = parse(PasskeyName, { name: given.name })
  const { id, publicKey, counter } = await madeCredential(db, member, origin, given.passkey)
  const row = { id, member_id: member.id, public_key: encoded(publicKey), counter, name, used_at: null }
  await inTransaction(db, (tx) => insertPasskey(tx, member, { ...row, created_at: now() }))
}

async function madeCredential(db: Db, member: Member, origin: string, given: string) {
  const response = { ...accepted(Made, given), clientExtensionResults: {} }
  const expectedChallenge = await challengeTaken(db, response, member.id)
  const { verifyRegistrationResponse } = await webauthn()
  const expected = { expectedChallenge, supportedAlgorithmIDs, ...placeOf(origin) }
  const verified = verifyRegistrationResponse({ response, ...expected })
  // What it throws says what was wrong with the bytes.
  const info = (await verified.catch(() => undefined))?.registrationInfo
  if (!info) throw notAccepted()
  return info.credential
}

async function insertPasskey(tx: Db, member: Member, row: PasskeyRow) {
  await queries.selectMemberHeld(tx, member.id)
  refuseTooMany((await queries.selectPasskeysOf(tx, member.id)).length)
  if (!(await queries.insertPasskey(tx, row))) throw conflict('This passkey is here already.')
  await record(tx, member, 'member.passkey-added', { kind: 'member', id: member.id })
}

function refuseTooMany(has: number) {
  if (has >= mostPasskeys) throw conflict(`Members have ${mostPasskeys} passkeys at most: remove one first.`)
}

export async function removePasskey(db: Db, member: Member, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (!(await queries.deletePasskey(tx, member.id, id))) throw notFound('passkey')
    await record(tx, member, 'member.passkey-removed', { kind: 'member', id: member.id })
  })
}

/** What the device of whoever signs in is asked for: any passkey that it has for this site. */
export async function askWhoSignsIn(db: Db, origin: string) {
  const { generateAuthenticationOptions } = await webauthn()
  const { expectedRPID: rpID } = placeOf(origin)
  const options = await generateAuthenticationOptions({ rpID, timeout, userVerification: 'required' })
  await keepChallenge(db, options.challenge, null)
  return options
}

/** Which passkey was shown, whether or not it will do: attempts are counted by it. */
export function idOfShown(given: string): string {
  const result = v.safeParse(Shown, given)
  return result.success ? result.output.id : ''
}

/** The member whose passkey this is. One refusal, whatever is wrong with it. */
export async function memberOfPasskey(db: Db, origin: string, given: string): Promise<Member> {
  const response = { ...accepted(Shown, given), clientExtensionResults: {} }
  const expectedChallenge = await challengeTaken(db, response, null)
  const row = await queries.selectPasskey(db, response.id)
  if (!row || response.response.userHandle !== encoded(row.member_id)) throw notAccepted()
  const credential = { id: row.id, publicKey: bytesOf(row.public_key), counter: row.counter }
  const { verifyAuthenticationResponse } = await webauthn()
  const verified = verifyAuthenticationResponse({ response, expectedChallenge, credential, ...placeOf(origin) })
  const found = await verified.catch(() => undefined)
  if (!found?.verified) throw notAccepted()
  const { newCounter } = found.authenticationInfo
  if (!(await inTransaction(db, (tx) => queries.updateUse(tx, row.id, newCounter, now())))) throw notAccepted()
  return memberOf({ ...row, id: row.member_id })
}

const notAccepted = () => invalid({ form: 'This passkey was not accepted. Try again.' })

/** What a browser sent, in the form that passkeys have. */
function accepted<S extends v.GenericSchema>(schema: S, given: string): v.InferOutput<S> {
  const result = v.safeParse(schema, given)
  if (!result.success) throw notAccepted()
  return result.output
}

/** The challenge that was signed; it is used up by that, whatever comes of it. */
async function challengeTaken(db: Db, { response }: { response: { clientDataJSON: string } }, memberId: string | null) {
  const challenge = challengeIn(response.clientDataJSON)
  if (!(await takeChallenge(db, challenge, memberId))) throw notAccepted()
  return challenge
}

function challengeIn(clientDataJSON: string): string {
  try {
    return String(JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')).challenge)
  } catch {
    return ''
  }
}
