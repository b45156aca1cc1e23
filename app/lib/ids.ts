import { randomBytes, randomInt } from 'node:crypto'
import { now } from './clock.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const timeLength = 9
const randomLength = 9
const step = 2 ** 20

let last = { time: 0, random: 0 }

/** A new opaque id: 18 characters that sort by the millisecond they were made in, with 44 random bits behind; those of one process in one millisecond sort as they were made. */
export function newId(): string {
  const time = now()
  const random = time === last.time ? last.random + 1 + randomInt(step) : randomInt(2 ** 44)
  last = { time, random }
  return written(time, timeLength) + written(random, randomLength)
}

function written(number: number, length: number): string {
  let rest = number
  let digits = ''
  for (let i = 0; i < length; i++) {
    digits = alphabet[rest % 32] + digits
    rest = Math.floor(rest / 32)
  }
  return digits
}

/** A secret of 160 bits that is safe in a URL, a header and a cookie. */
export function newSecret(): string {
  return randomBytes(20).toString('base64url')
}
