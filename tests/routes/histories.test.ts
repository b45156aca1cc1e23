import { expect, test } from 'vitest'
import { type Client, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

const first = 'It *kept* to\n\n- its first intent.'
const second = 'It *held* to\n\n- its first intent.'

/** One thing of each kind that has a history, by its address, and how to edit it. */
async function things(client: Client): Promise<Record<string, object>> {
  const made = async (path: string, body: object) => (await client.call('POST', path, body)).body
  const framings = [{ name: 'goal guarding', definition: first }]
  const claim = await made('/claims', { statement: 'What it did', context: first, framings })
  const label = await made('/labels', { name: 'keeps to it', definition: first })
  const concept = await made('/concepts', { kind: 'concept', name: 'Intent', definition: first })
  const post = await made('/posts', { title: 'A reading', body: first })
  const comment = await made(`/threads/post/${post.id}/comments`, { body: first })
  await made('/collections', { id: 'two-tiers', title: 'Two tiers', description: first })
  return {
    [`/claims/${claim.id}`]: { context: second, change: 'same' },
    [`/framings/${claim.framings[0].id}`]: { definition: second, change: 'same' },
    [`/labels/${label.id}`]: { definition: second, change: 'same' },
    [`/concepts/${concept.id}`]: { definition: second, since: 1 },
    [`/posts/${post.id}`]: { body: second },
    [`/comments/${comment.id}`]: { body: second },
    '/collections/two-tiers': { description: second },
  }
}

describeSiteOnBothEngines('The histories', (site) => {
  test('show words as they were typed and what an edit changed, and say so, of everything alike', async () => {
    const client = await newClient(site(), 'Wren')
    for (const [path, edit] of Object.entries(await things(client))) {
      expect((await client.call('PATCH', path, edit)).status, path).toBe(200)
      const page = await (await fetch(`${site().address}${path}/history`)).text()
      expect(page, path).toContain('Words are shown as they were typed, with any Markdown in them')
      expect(page, path).toContain(`<div class="as-written" dir="auto">${first}</div>`)
      const seen = page.replace(/<span class="visually-hidden">.*?<\/span>|<\/?span>/g, '')
      expect(seen, path).toContain('It *<del>kept</del><ins>held</ins>* to')
    }
  })
})
