import { expect, test } from 'vitest'
import { type Answer, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

const count = (answers: Answer[], status: number) => answers.filter((answer) => answer.status === status).length

// Rooms lock rows on PostgreSQL alone; they have to know the engine in the bundle too, which is handed a database that the server opened.
describeSiteOnBothEngines('Many doing the same at once through the running site', (site) => {
  test('a standpoint added by 40 is made once and there for 39', async () => {
    const wren = await newClient(site(), 'Wren')
    for (let round = 0; round < 3; round++) {
      const { body: claim } = await wren.call('POST', '/claims', { statement: `The setup was believed, ${round}` })
      const add = () =>
        wren.call('POST', `/claims/${claim.id}/standpoints`, { name: 'supposing it knew', definition: 'Hold it.' })
      const answers = await Promise.all(Array.from({ length: 40 }, add))
      expect([count(answers, 201), count(answers, 200)]).toEqual([1, 39])
    }
  })
})
