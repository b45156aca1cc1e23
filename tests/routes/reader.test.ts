import { expect, test } from 'vitest'
import { excerptAt } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { newId } from '#app/lib/ids.ts'
import { describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

describeSiteOnBothEngines('A transcript in other forms', (site) => {
  const bring = async () => {
    const client = await newClient(site(), `r${newId().slice(-8)}`)
    const turns = [
      { role: 'user' as const, text: `Why? <b> & "href="/x" ${newId()}` },
      { role: 'scratchpad' as const, speaker: 'Claude', text: 'Line\r\nבדיקה 👩‍👩‍👧.' },
    ]
    const { transcript } = await addTranscript(site().db, client.member, { turns, title: 'Größe: “one”/two' })
    const span = { start: { turn: 1, offset: 0 }, end: { turn: 1, offset: 4 } }
    const { excerpt } = await excerptAt(site().db, client.member, transcript.id, span)
    const label = await client.call('POST', '/labels', { name: `doubts ${newId().slice(-6)}` })
    await client.call('PUT', `/excerpts/${excerpt.id}/labels/${label.body.id}/vote`, { value: 'agree' })
    return { id: transcript.id, excerptId: excerpt.id, turns, label: label.body.name as string }
  }
  const get = (path: string) => fetch(`${site().address}/transcripts/${path}`, { redirect: 'manual' })

  test('as text, each turn begins with who speaks, word for word', async () => {
    const { id, turns } = await bring()
    const answer = await get(`${id}/raw.txt`)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await answer.text()).toBe(`User: ${turns[0]?.text}\n\nClaude: ${turns[1]?.text}\n`)
  })

  test('saved as a file, it needs nothing else: no script, styles within, marks with labels, links to the site', async () => {
    const { id, excerptId, label } = await bring()
    const answer = await get(`${id}/export.html`)
    expect(answer.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Gr__e _one_ two\.html"; filename\*=UTF-8''Gr%C3%B6/,
    )
    const page = await answer.text()
    expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
    expect(page).not.toMatch(/<script|<link|src=|url\(|href="\//)
    expect(page).toContain('Why? &lt;b&gt; &amp; &quot;href=&quot;/x&quot;')
    expect(page).toContain('href="#t-1"')
    expect(page).toMatch(new RegExp(`href="http[^"]*/excerpts/${excerptId}"`))
    expect(page).toContain(label)
    expect(page).toContain('בדיקה 👩‍👩‍👧.')
  })

  test('a page names the other forms of what it shows, each of which is there', async () => {
    const { id, excerptId } = await bring()
    for (const path of [`/transcripts/${id}`, `/excerpts/${excerptId}`]) {
      const page = await (await fetch(site().address + path)).text()
      const links = [...page.matchAll(/<link rel="alternate" type="([^"]+)" href="([^"]+)"/g)]
      const named = links.map(([, type, href]) => [type, href] as [string, string])
      const own = named.filter(([type]) => !/feed|atom/.test(type))
      expect(own.map(([type]) => type).sort()).toEqual(
        path.startsWith('/e') ? ['application/json', 'application/ld+json'] : ['application/json', 'text/plain'],
      )
      for (const [type, href] of own) {
        const answer = await fetch(new URL(href, site().address))
        expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([200, type])
      }
    }
    const page = await (await fetch(`${site().address}/excerpts/${excerptId}`)).text()
    expect(page).toContain(`<a href="/annotations/${excerptId}">`)
  })

  test('beside another, each has its marks with their labels, and what both say has those of both', async () => {
    const [one, other] = [await bring(), await bring()]
    const page = await (await get(`${one.id}/beside/${other.id}`)).text()
    const row = page.slice(page.indexOf('class="beside-row same"'))
    const both = [one, other].map(({ excerptId }) => excerptId)
    expect(/<mark data-e="([^"]+)"/.exec(row)?.[1]?.split(' ').sort()).toEqual([...both].sort())
    for (const { excerptId, label } of [one, other]) {
      expect(row).toContain(`id="e-${excerptId}"`)
      expect(row).toContain(label)
    }
    expect(row).toContain('Marked in “')
    const itself = await (await get(`${one.id}/beside/${one.id}`)).text()
    expect(itself.split(`id="e-${one.excerptId}"`)).toHaveLength(2)
  })

  test('what is not there is answered so in every form', async () => {
    const { id } = await bring()
    const paths = ['raw.txt', 'export.html', 'beside', 'beside/nothing', 'another?in=nothing']
    const statuses = await Promise.all(paths.map(async (path) => (await get(`nothing/${path}`)).status))
    expect(statuses).toEqual([404, 404, 404, 404, 404])
    expect((await get(`${id}/beside/nothing`)).status).toBe(404)
    expect((await get(`${id}/another`)).status).toBe(404)
    expect((await get(`${id}/another?in=nothing`)).status).toBe(422)
    const led = await get(`${id}/beside?with=${encodeURIComponent(`http://here/transcripts/${id}#t-1`)}`)
    expect(led.headers.get('location')).toBe(`/transcripts/${id}/beside/${id}`)
  })
})
