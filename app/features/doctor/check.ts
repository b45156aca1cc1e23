import type { Db } from '#db/open.ts'

export interface Check {
  name: string
  /** What is wrong, a line each. */
  look(db: Db): Promise<string[]>
  /** Sets right what can be set right; all of it or nothing. */
  repair?(db: Db): Promise<void>
}

export interface Examined {
  name: string
  ok: boolean
  /** How much is wrong; after a repair, how much still is. */
  found: number
  /** How much was set right. */
  repaired: number
  /** The first of what is wrong. */
  examples: string[]
}
