import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()
const encoded = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')

interface Options {
  challenge: string
  rpId?: string
  rp?: { id?: string }
  user?: { id: string }
}

/** What a device and its browser do with passkeys, of one key pair: every part of what they answer can be another than it should be. */
export class Authenticator {
  readonly id = encoded(randomBytes(16))
  counter = 0
  origin: string
  /** Present and verified. */
  flags = 0x05
  #userHandle = ''
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  constructor(origin: string) {
    this.origin = origin
  }

  /** Makes a passkey, as the form sends it. */
  make(options: Options): string {
    this.#userHandle = options.user?.id ?? ''
    const clientDataJSON = this.#clientData('webauthn.create', options)
    const idLength = Buffer.from([0, 16])
    const attested = [Buffer.alloc(16), idLength, Buffer.from(this.id, 'base64url'), this.#publicKey()]
    const authData = new Uint8Array(Buffer.concat([this.#authData(options.rp?.id, 0x40), ...attested]))
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ])
    const attestationObject = encoded(isoCBOR.encode(attestation as never))
    return this.#said({ clientDataJSON: encoded(clientDataJSON), attestationObject })
  }

  /** Signs what it was asked to, as the form sends it. */
  show(options: Options): string {
    this.counter += 1
    const clientDataJSON = this.#clientData('webauthn.get', options)
    const authData = this.#authData(options.rpId, 0)
    const signature = sign('sha256', Buffer.concat([authData, sha(clientDataJSON)]), this.#keys.privateKey)
    return this.#said({
      clientDataJSON: encoded(clientDataJSON),
      authenticatorData: encoded(authData),
      signature: encoded(signature),
      userHandle: this.#userHandle,
    })
  }

  #said(response: Record<string, string>) {
    return JSON.stringify({ id: this.id, rawId: this.id, type: 'public-key', response, clientExtensionResults: {} })
  }

  #clientData(type: string, { challenge }: Options) {
    return JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false })
  }

  #authData(host = '', more: number) {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(this.counter)
    return Buffer.concat([sha(host), Buffer.from([this.flags | more]), counted])
  }

  /** The public key in COSE: an elliptic curve point of P-256, for ES256. */
  #publicKey() {
    const { x, y } = this.#keys.publicKey.export({ format: 'jwk' })
    const bytes = (part = '') => new Uint8Array(Buffer.from(part, 'base64url'))
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ])
    return isoCBOR.encode(key as never)
  }
}
