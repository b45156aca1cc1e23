import { likelihood } from '../camps/representative.ts'

/** Votes for something by those on one side of a question, and how many of them voted on it at all. */
export interface SideVotes {
  chosen: number
  seen: number
}

const fewestASide = 3
const bridgesFrom = 0.6

/** How well something is liked on the side that likes it least: the smallest (A + 1) / (S + 2). Null with fewer than 3 votes on a side. */
export function across(sides: readonly SideVotes[]): number | null {
  if (sides.length < 2 || sides.some(({ seen }) => seen < fewestASide)) return null
  return Math.min(...sides.map(({ chosen, seen }) => likelihood(chosen, seen)))
}

export const bridges = (sides: readonly SideVotes[]): boolean => (across(sides) ?? 0) >= bridgesFrom
