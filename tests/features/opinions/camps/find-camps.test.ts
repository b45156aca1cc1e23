import { expect, test } from 'vitest'
import { findCamps as findCampsIn } from '#app/features/opinions/camps/find-camps.ts'
import { type CellVote, matrixOf, type Value } from '#app/features/opinions/camps/vote-matrix.ts'
import { seededRandom } from '#app/lib/statistics.ts'

const findCamps = (votes: CellVote[]) => findCampsIn(matrixOf(votes))

/** Three camps, each sure of its own third of the cells and set against the next third. */
function planted(perCamp: number, cells: number, seed = 'planted'): CellVote[] {
  const random = seededRandom(seed)
  const votes: CellVote[] = []
  for (let member = 0; member < 3 * perCamp; member++)
    for (let cell = 0; cell < cells; cell++) {
      const side = [1, -1, 0][(cell + member) % 3] as Value
      const told = random() < 0.85 ? side : ((Math.floor(random() * 3) - 1) as Value)
      if (random() < 0.9) votes.push({ member: `m${member}`, cell: `c${cell}`, value: told })
    }
  return votes
}

function noise(members: number, cells: number, seed: string): CellVote[] {
  const random = seededRandom(seed)
  return Array.from({ length: members * cells }, (_, i) => ({
    member: `m${Math.floor(i / cells)}`,
    cell: `c${i % cells}`,
    value: (random() < 0.5 ? 1 : -1) as Value,
  })).filter(() => random() < 0.8)
}

const checked = (votes: CellVote[]) =>
  Object.fromEntries(findCamps(votes).checks.map(({ name, passed }) => [name, passed]))

test('three planted camps of 16 are found, each with its own members and cells', () => {
  const { status, camps, placed } = findCamps(planted(16, 12))
  expect(status).toBe('ok')
  expect(camps.map(({ size }) => size)).toEqual([16, 16, 16])
  const campsOf = (rest: number) =>
    new Set(placed.filter(({ member }) => Number(member.slice(1)) % 3 === rest).map(({ camp }) => camp))
  expect([0, 1, 2].map((rest) => campsOf(rest).size)).toEqual([1, 1, 1])
  for (const { represents } of camps) expect(represents.length).toBeGreaterThanOrEqual(4)
})

test('camps are found in at most 10 of 100 matrices of noise', { timeout: 120_000 }, () => {
  const found = Array.from({ length: 100 }, (_, i) => findCamps(noise(24, 8, `noise ${i}`)).status)
  expect(found.filter((status) => status === 'ok').length).toBeLessThanOrEqual(10)
})

test('the order in which members and cells come changes nothing', () => {
  const votes = planted(8, 9)
  const random = seededRandom('order')
  const mixed = votes
    .map((vote) => ({ vote, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ vote }) => vote)
  expect(findCamps(mixed)).toEqual(findCamps(votes))
})

test('who the members are changes nothing but their names', () => {
  const votes = planted(8, 9)
  const renamed = votes.map((vote) => ({ ...vote, member: `x${999 - Number(vote.member.slice(1))}` }))
  const { placed, ...rest } = findCamps(votes)
  const { placed: placedAgain, ...restAgain } = findCamps(renamed)
  expect(restAgain).toEqual(rest)
  const campOf = new Map(placed.map(({ member, camp }) => [member, camp]))
  for (const { member, camp } of placedAgain) expect(campOf.get(`m${999 - Number(member.slice(1))}`)).toBe(camp)
})

test('a later vote of a member on a cell counts instead of the earlier one', () => {
  const votes = planted(8, 9)
  const first = votes.map((vote) => ({ ...vote, value: (0 - vote.value) as Value }))
  expect(findCamps([...first, ...votes])).toEqual(findCamps(votes))
})

test('without votes, with one member, and with fewer than 15 there are none, and that is what it says', () => {
  for (const votes of [[], noise(1, 10, 'one'), noise(14, 10, 'few')]) {
    const camps = findCamps(votes)
    expect(camps).toMatchObject({ status: 'none', camps: [], placed: [], consensus: [] })
    expect(camps.checks).toEqual([{ name: 'members', value: camps.members, bound: 15, passed: false }])
  }
})

test('everybody of one mind makes no camps', () => {
  const votes = noise(30, 8, 'same').map((vote) => ({ ...vote, value: 1 as Value }))
  expect(findCamps(votes).status).toBe('none')
})

test('two that stand apart from forty are no camp: the smallest has at least 5', () => {
  const numberOf = ({ member }: CellVote) => Number(member.slice(1))
  const votes = planted(40, 12).filter((vote) => numberOf(vote) % 3 === 0 || numberOf(vote) < 6)
  const apart = votes.filter((vote) => numberOf(vote) % 3 !== 2)
  expect(checked(apart).size).toBe(false)
})

test('members with too few votes stay out, unless that leaves fewer than 15', () => {
  const votes = planted(16, 12)
  const bystanders = Array.from({ length: 20 }, (_, i) => ({ member: `b${i}`, cell: 'c0', value: 1 as Value }))
  expect(findCamps([...votes, ...bystanders]).members).toBe(48)
  expect(findCamps([...planted(4, 12), ...bystanders]).members).toBe(15)
})

test('votes drawn by chance fail the test against chance', () => {
  expect(checked(noise(60, 12, 'chance')).chance).toBe(false)
})
