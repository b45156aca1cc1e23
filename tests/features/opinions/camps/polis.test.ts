import { describe, expect, test } from 'vitest'
import { adjustedRand } from '#app/features/opinions/camps/cluster-measures.ts'
import { countsOf, sumOf } from '#app/features/opinions/camps/find-camps.ts'
import { partitionInto, pointsOf } from '#app/features/opinions/camps/partition.ts'
import { steps } from '#app/features/opinions/camps/principal-components.ts'
import { type GroupCounts, groupConsensus, representativeOf } from '#app/features/opinions/camps/representative.ts'
import {
  type CellVote,
  matrixOf,
  membersIn,
  missing,
  rowOf,
  rowsAt,
  type Value,
} from '#app/features/opinions/camps/vote-matrix.ts'
import { hasData, readData, readDataJson } from '#tests/support/data.ts'

const rows = (path: string) =>
  new TextDecoder()
    .decode(readData(path))
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','))

/** In the order of their times; those of one time in the order of the file. */
const votesOf = (name: string): CellVote[] =>
  rows(`polis/${name}/votes.csv`)
    .slice(1)
    .toSorted((a, b) => Number(a[0]) - Number(b[0]))
    .map(([, , cell = '', member = '', value]) => ({ member, cell, value: Number(value) as Value }))

const conversations = [
  ['brexit-consensus', 0.8],
  ['15-per-hour-seattle', 0.7],
  ['canadian-electoral-reform', 0.7],
] as const

describe.skipIf(!hasData)('three public conversations', () => {
  test.each(conversations)('%s: the latest vote of each member on each comment is the published one', (name) => {
    const matrix = matrixOf(votesOf(name))
    const [head = [], ...published] = rows(`polis/${name}/participants-votes.csv`)
    const comments = head.slice(6)
    const differing = published.filter(([member = '', , , , , , ...values]) => {
      const at = matrix.members.indexOf(member)
      const own = new Map(matrix.cells.map((cell, i) => [cell, at < 0 ? missing : rowOf(matrix, at)[i]]))
      return comments.some((comment, i) => String(own.get(comment) ?? missing) !== (values[i] || String(missing)))
    })
    expect(differing).toEqual([])
  })

  test.each(conversations)('%s: at the published number of groups they are found again', (name, least) => {
    const all = matrixOf(votesOf(name))
    const matrix = rowsAt(all, membersIn(all))
    const groupOf = new Map(rows(`polis/${name}/participants-votes.csv`).map(([member, group]) => [member, group]))
    const known = matrix.members.map((member, i) => ({ group: groupOf.get(member), i })).filter(({ group }) => group)
    const k = new Set(known.map(({ group }) => group)).size
    const { of } = partitionInto(pointsOf(matrix, steps.many), k)
    const index = adjustedRand(
      known.map(({ group }) => Number(group)),
      known.map(({ i }) => of[i] as number),
    )
    expect(index).toBeGreaterThanOrEqual(least)
  })
})

interface Published {
  'group-clusters': { id: number; members: number[] }[]
  'base-clusters': { id: number[]; members: number[][] }
  'group-votes': Record<string, { votes: Record<string, { A: number; D: number; S: number }> }>
  'group-aware-consensus': Record<string, number>
  repness: Record<string, Record<string, number | string>[]>
}

describe.skipIf(!hasData).each(['below-100-ptpts', '50ptpt-3gp-strict-no-meta'])(
  '%s, fed its published groups',
  (name) => {
    const read = () => {
      const published: Published = readDataJson(`polis-reddwarf/${name}/math-pca2.json`)
      const votes: Record<string, number>[] = readDataJson(`polis-reddwarf/${name}/votes.json`)
      const base = new Map(
        published['base-clusters'].id.map((id, i) => [id, published['base-clusters'].members[i] ?? []]),
      )
      const groups = published['group-clusters'].map(({ members }) => members.flatMap((id) => base.get(id) ?? []))
      const matrix = matrixOf(
        votes.map((vote) => ({
          member: String(vote.pid ?? vote.participant_id),
          cell: String(vote.tid ?? vote.statement_id),
          value: vote.vote as Value,
        })),
      )
      const of = matrix.members.map((member) => groups.findIndex((members) => members.includes(Number(member))))
      return { published, matrix, counts: countsOf(matrix, of, groups.length) }
    }

    test('every cell of agree, disagree and seen is equal', () => {
      const { published, matrix, counts } = read()
      const ours = counts.map((group) =>
        Object.fromEntries(
          group.map(({ agree, disagree, seen }, i) => [matrix.cells[i], { A: agree, D: disagree, S: seen }]),
        ),
      )
      expect(ours).toEqual(Object.values(published['group-votes']).map(({ votes }) => votes))
    })

    test('group-aware consensus is equal', () => {
      const { published, matrix, counts } = read()
      for (const [i, cell] of matrix.cells.entries())
        expect(groupConsensus(counts.map((group) => group[i] as GroupCounts))).toBeCloseTo(
          published['group-aware-consensus'][cell] as number,
          12,
        )
    })

    test('every row of what represents a group is equal', () => {
      const { published, matrix, counts } = read()
      for (const [group, published_] of Object.values(published.repness).entries())
        for (const row of published_) {
          const at = matrix.cells.indexOf(String(row.tid))
          const others = counts.filter((_, other) => other !== group).map((cells) => cells[at] as GroupCounts)
          const found = representativeOf(
            row['repful-for'] as 'agree',
            counts[group]?.[at] as GroupCounts,
            sumOf(others),
          )
          expect(found.p).toBeCloseTo(row['p-success'] as number, 10)
          expect(found.pTest).toBeCloseTo(row['p-test'] as number, 10)
          expect(found.r).toBeCloseTo(row.repness as number, 10)
          expect(found.rTest).toBeCloseTo(row['repness-test'] as number, 5)
        }
    })
  },
)
