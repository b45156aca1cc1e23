import { expect, test } from 'vitest'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { findClaim } from '#app/features/claims/claims.server.ts'
import { readPolisComments, readPolisSummary, readPolisVotes } from '#app/features/exchange/formats/votes/read-polis.ts'
import { importBallots } from '#app/features/exchange/imports/import-ballots.server.ts'
import { newMember } from '#tests/support/claims.ts'
import { hasData, readData } from '#tests/support/data.ts'
import { describeOnBothEngines } from '#tests/support/engines.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const comments = `comment-id,author-id,agrees,disagrees,moderated,comment-body
1,7,1,1,1,"It should ask first, always"
0,7,2,0,1,It may act on its own`

const votes = `timestamp,datetime,comment-id,voter-id,vote
1000,x,0,1,1
2000,x,0,2,-1
1500,x,1,1,0
3000,x,0,2,1
2500,x,1,2,-1`

const summary =
  'topic,May it act on its own?\nurl,https://example.org/c/1\nconversation-description,"What a model may do."'

const given = (more: { votes?: string; comments?: string } = {}) => ({
  conversation: {
    name: 'acting',
    ...readPolisSummary(bytes(summary)),
    comments: readPolisComments(bytes(more.comments ?? comments)),
    votes: readPolisVotes(bytes(more.votes ?? votes)),
  },
  files: { comments: 'comments.csv', votes: 'votes.csv' },
})

describeOnBothEngines('Importing ballots of a Polis conversation', (open) => {
  test('makes one case with its comments as framings, and the latest vote of each voter counts', async () => {
    const member = await newMember(open())
    const report = await importBallots(open(), member, given())
    expect(report).toMatchObject({ created: 6, existing: 0, refused: [] })
    const claim = await findClaim(open(), report.ids[0] as string)
    expect(claim).toMatchObject({ kind: 'case', statement: 'May it act on its own?' })
    expect(claim.framings.map(({ definition }) => definition)).toEqual([
      'It may act on its own',
      'It should ask first, always',
    ])
    const { voters, cells } = await tallyOf(open(), claim.id)
    expect(voters).toBe(2)
    expect(cells.map(({ fits, misfits, unsure }) => ({ fits, misfits, unsure }))).toEqual([
      { fits: 2, misfits: 0, unsure: 0 },
      { fits: 0, misfits: 1, unsure: 1 },
    ])
  })

  test('keeps the times of the votes: the tally of an earlier day is that of then', async () => {
    const report = await importBallots(open(), await newMember(open()), given())
    const { cells } = await tallyOf(open(), report.ids[0] as string, { at: '1970-01-01' })
    expect(cells[0]).toMatchObject({ fits: 2 })
  })

  test('again brings in nothing twice, and only what is new', async () => {
    const member = await newMember(open())
    await importBallots(open(), member, given())
    expect(await importBallots(open(), member, given())).toMatchObject({ created: 0, existing: 6, refused: [] })
    const more = given({
      votes: `${votes}\n9000,x,1,3,1\n9500,x,1,3,1`,
      comments: `${comments}\n2,7,0,0,1,It should stop`,
    })
    expect(await importBallots(open(), member, more)).toMatchObject({ created: 1, existing: 7 })
    expect(await importBallots(open(), member, more)).toMatchObject({ created: 0, existing: 8 })
  })

  test('refuses what cannot be read with its line, and takes the rest', async () => {
    const broken = given({ votes: `${votes}\n4000,x,9,1,1\nsoon,x,0,1,1\n4000,x,0,1,7` })
    const { refused } = await importBallots(open(), await newMember(open()), broken)
    expect(refused.map(({ line }) => line)).toEqual([8, 9, 7])
    expect(refused.at(-1)?.reason).toContain('There is no comment 9')
  })
})

describeOnBothEngines('Importing a real conversation', (open, engine) => {
  test.skipIf(!hasData || engine === 'postgres')(
    'gives the published counts of each comment',
    { timeout: 120_000 },
    async () => {
      const folder = 'polis/15-per-hour-seattle'
      const { ballots, refused } = readPolisVotes(readData(`${folder}/votes.csv`))
      // The first of its 54 comments: all of them take some seconds, and were compared once.
      const comparing = 12
      const report = await importBallots(open(), await newMember(open()), {
        conversation: {
          name: 'wages',
          ...readPolisSummary(readData(`${folder}/summary.csv`)),
          comments: readPolisComments(readData(`${folder}/comments.csv`)).slice(0, comparing),
          votes: { ballots: ballots.filter(({ comment }) => Number(comment) < comparing), refused },
        },
        files: { comments: 'comments.csv', votes: 'votes.csv' },
      })
      const claim = await findClaim(open(), report.ids[0] as string)
      const { cells } = await tallyOf(open(), claim.id)
      const [head = [], ...rows] = new TextDecoder()
        .decode(readData(`${folder}/participants-votes.csv`))
        .trim()
        .split('\n')
        .map((line) => line.trim().split(','))
      const published = head.slice(6, 6 + comparing).map((_, i) => ({
        fits: rows.filter((row) => row[6 + i] === '1').length,
        misfits: rows.filter((row) => row[6 + i] === '-1').length,
        unsure: rows.filter((row) => row[6 + i] === '0').length,
      }))
      expect(cells.map(({ fits, misfits, unsure }) => ({ fits, misfits, unsure }))).toEqual(published)
    },
  )
})
