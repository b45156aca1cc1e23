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
