import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { invalid } from '#app/lib/refusal.ts'

const list = '@zxcvbn-ts/language-common/src/passwords.json'

/** Refuses a password of the list that leaked ones are made into. The list is read for each and not kept: half a megabyte, beside a hash that takes longer. */
export async function refuseGuessedFirst(password: string): Promise<void> {
  const passwords = await readFile(createRequire(import.meta.url).resolve(list), 'utf8')
  if (passwords.includes(JSON.stringify(password.toLowerCase())))
    throw invalid({ password: 'Very many people use this password: it is guessed first. Choose another.' })
}
