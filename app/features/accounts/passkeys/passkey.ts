import * as v from 'valibot'
import { required } from '#app/lib/validation.ts'

/** A passkey as its member is told of it. */
export interface Passkey {
  id: string
  name: string
  addedAt: number
  usedAt: number | null
}

export const mostPasskeys = 20
/** How long a device may take to sign what it was asked to. */
export const challengeMinutes = 5

const mostLetters = 20_000
const Encoded = v.pipe(v.string(), v.maxLength(mostLetters), v.regex(/^[\w-]*$/, 'This is not base64url.'))
const Type = v.literal('public-key')

const read = v.pipe(v.string(), v.parseJson())

/** What a browser gives of a passkey that a device just made, `PublicKeyCredential` as JSON. What else it says is not looked at. */
export const Made = v.pipe(
  read,
  v.object({
    id: Encoded,
    rawId: Encoded,
    type: Type,
    response: v.object({ clientDataJSON: Encoded, attestationObject: Encoded }),
  }),
)

/** What a browser gives of a passkey that signs in. */
export const Shown = v.pipe(
  read,
  v.object({
    id: Encoded,
    rawId: Encoded,
    type: Type,
    response: v.object({
      clientDataJSON: Encoded,
      authenticatorData: Encoded,
      signature: Encoded,
      userHandle: Encoded,
    }),
  }),
)

export const PasskeyName = v.object({ name: required(60) })
