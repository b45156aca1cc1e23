import { randomBytes } from 'node:crypto'
import { now } from './clock.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const timeLength = 9
const randomLength = 9

/** A new opaque id: 18 characters that sort by the millisecond they were made in, 45 random bits behind. */
export function newId(): string {
  let time = now()
  let id = ''
  for (let i = 0; i < timeLength; i++) {
    id = alphabet[time % 32] + id
    time = Math.floor(time / 32)
  }
  for (const byte of randomBytes(randomLength)) id += alphabet[byte % 32]
  return id
}

/** A secret of 160 bits that is safe in a URL, a header and a cookie. */
export function newSecret(): string {
  return randomBytes(20).toString('base64url')
}
