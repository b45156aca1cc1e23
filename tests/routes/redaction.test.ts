import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { onceSeen, stageImport } from '#app/features/exchange/importing/imports.server.ts'
import { labelByMachine } from '#app/features/labels/labellings.server.ts'
import { putInOutbox } from '#app/features/mail/outbox.server.ts'
import { digestMail } from '#app/features/notifications/digest/digest-mail.ts'
import { notificationsOf } from '#app/features/notifications/notifications.server.ts'
import { tellOfDeeds } from '#app/features/notifications/telling/telling.server.ts'
import { lengthOf } from '#app/lib/text.ts'
import { type Db, engineOf } from '#db/open.ts'
import { everything, quiet } from '#tests/features/notifications/notified.ts'
import { type Client, describeSiteOnBothEngines, newClient } from '#tests/support/site.ts'

const secret = 'Zoë 👩‍👩‍👧 "Quillfeather" & <seven> owls'
const mask = '█'.repeat(lengthOf(secret))
const context = 'http://www.w3.org/ns/anno.jsonld'
const key = () => ({ 'idempotency-key': crypto.randomUUID() })

/** Every column of every table in which a text is kept that holds the word; the index's own bytes apart. */
async function placesOf(db: Db, word: string): Promise<string[]> {
  const tables =
    engineOf(db) === 'sqlite'
      ? sql<{
          name: string
        }>`select name from sqlite_master where type = 'table' and name not like '%\\_data' escape '\\'`
      : sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = 'public' and table_type = 'BASE TABLE'`
  const found = new Set<string>()
  for (const { name } of (await tables.execute(db)).rows) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (typeof value === 'string' && value.toLowerCase().includes(word)) found.add(`${name}.${column}`)
  }
  return [...found].sort()
}

describeSiteOnBothEngines('Redaction', (site) => {
  let count = 0
  const client = (role?: 'moderator') => newClient(site(), `redactor-${count++}`, role)
  const bring = async (by: Client) => {
    const turns = [
      {
        role: 'user',
        speaker: `The one called ${secret}`,
        text: `I am ${secret}.\r\nAre you ${secret}? ${by.member.id}`,
      },
      { role: 'assistant', text: `Hello ${secret}, what is it?` },
    ]
    const facts = {
      title: `Of ${secret}`,
      source: `a letter of ${secret}`,
      scores: { note: `about ${secret}`, sum: 1 },
    }
    return (await by.call('POST', '/transcripts', { ...facts, turns }, key())).body.id as string
  }
  const annotate = async (by: Client, target: unknown) => {
    const said = { '@context': context, type: 'Annotation', bodyValue: `says ${secret}`, target }
    const answer = await fetch(`${site().address}/annotations/`, {
      method: 'POST',
      headers: { 'content-type': 'application/ld+json', authorization: `Bearer ${by.token}`, ...key() },
      body: JSON.stringify(said),
    })
    expect(answer.status, await answer.text()).toBe(201)
  }
  /** Makes a copy by every way there is. */
  const copyEverywhere = async (by: Client, id: string) => {
    const marked = await by.call('POST', `/transcripts/${id}/excerpts`, { exact: `Hello ${secret}, what` }, key())
    const excerpt = marked.body.id as string
    await by.call('PUT', `/follows/excerpt/${excerpt}`, {})
    const label = await by.call('POST', '/labels', { name: `names ${by.member.handle}` })
    const said = {
      classifier: 'm',
      score: 1,
      prompt: `Of ${secret}?`,
      answer: `{"quote": "Hello ${secret}"}\n${secret}`,
    }
    await labelByMachine(site().db, by.member, excerpt, label.body.id, said)
    const selector = { type: 'TextQuoteSelector', exact: `Hello ${secret}` }
    await annotate(by, { source: `${site().address}/transcripts/${id}`, selector })
    await annotate(by, `${site().address}/excerpts/${excerpt}`)
    const on = `/threads/excerpt/${excerpt}/comments`
    const quote = { exact: `Hello ${secret}`, suffix: ', what' }
    const first = await by.call('POST', on, { body: 'Who?', quote }, key())
    const other = await client()
    const answer = { body: 'Nobody.', parentId: first.body.id, quote: { exact: secret.slice(0, 25) } }
    expect((await other.call('POST', on, answer, key())).status).toBe(201)
    const place = `/drafts/comment.on.transcript.${id}`
    const typed = { body: `As ${secret} says`, 'quote.exact': `is ${secret}`.slice(3, 20) }
    expect((await by.call('PUT', place, { fields: typed, revision: 0 })).status).toBe(200)
    const cited = { title: secret, body: 'Read this.', 'evidence.0.excerptId': excerpt }
    expect((await by.call('PUT', '/drafts/post.new', { fields: cited, revision: 0 })).status).toBe(200)
    const bytes = new TextEncoder().encode(`User: I am ${secret}.`)
    const staged = await stageImport(site().db, by.member, { files: [{ name: 'a.txt', bytes }], settings: {} })
    await onceSeen(site().db, staged.id, 20_000)
    return excerpt
  }
  const writeDigest = async (to: Client) => {
    await tellOfDeeds(site().db, quiet)
    const { items: notifications } = await notificationsOf(site().db, to.member, everything)
    const told = {
      handle: to.member.handle,
      notifications,
      hasMore: false,
      origin: 'http://x',
      unsubscribeUrl: 'http://x/u',
    }
    const mail = digestMail(told)
    expect(mail.text).toContain('Quillfeather')
    await site()
      .db.transaction()
      .execute((tx) => putInOutbox(tx, { to: 'a@example.org', ...mail }))
  }

  test('leaves no copy in any table, by whatever way the words were copied', async () => {
    const by = await client()
    const id = await bring(by)
    const excerpt = await copyEverywhere(by, id)
    await writeDigest(by)
    const before = await placesOf(site().db, 'quillfeather')
    for (const table of [
      'annotations.',
      'drafts.',
      'excerpts.',
      'idempotent_answers.',
      'imports.',
      'machine_labellings.',
      'outbox.',
      'quotes.',
    ])
      expect(
        before.some((column) => column.startsWith(table)),
        `${table} ${before}`,
      ).toBe(true)
    const done = await by.call('POST', `/transcripts/${id}/redactions`, { words: secret, why: 'A name' }, key())
    expect(done).toMatchObject({
      status: 201,
      body: { transcriptId: id, places: 7, why: 'A name', by: { handle: by.member.handle }, alsoIn: [] },
    })
    expect(await placesOf(site().db, 'quill')).toEqual([])
    expect(await placesOf(site().db, 'zoë')).toEqual([])
    const now = await by.call('GET', `/transcripts/${id}`)
    expect(now.body).toMatchObject({
      title: `Of ${mask}`,
      source: `a letter of ${mask}`,
      scores: { note: `about ${mask}`, sum: 1 },
    })
    expect(now.body.turns[0]).toMatchObject({ role: 'user', speaker: `The one called ${mask}` })
    expect((await by.call('GET', `/excerpts/${excerpt}`)).body.exact).toBe(`Hello ${mask}, what`)
    const found = await by.call('GET', `/suggestions?q=quillfeather`)
    expect(JSON.stringify(found.body)).not.toContain(excerpt)
  })

  test('an answer that is asked for again says it masked', async () => {
    const by = await client()
    const again = key()
    const turns = [{ role: 'user', text: `${secret} ${by.member.id}` }]
    const first = await by.call('POST', '/transcripts', { turns }, again)
    await by.call('POST', `/transcripts/${first.body.id}/redactions`, { words: secret, why: 'A name' })
    const second = await by.call('POST', '/transcripts', { turns }, again)
    expect(second.status).toBe(201)
    expect(second.body).toMatchObject({
      id: first.body.id,
      turns: [{ index: 0, role: 'user', text: `${mask} ${by.member.id}` }],
    })
  })

  test('names what members wrote with the words in it, to those who may redact, and leaves it', async () => {
    const [by, moderator] = [await client(), await client('moderator')]
    const turns = [{ role: 'user', text: `Ask Wimbledrake ${by.member.id}` }]
    const { id } = (await by.call('POST', '/transcripts', { turns })).body
    const post = (await by.call('POST', '/posts', { title: 'On it', body: 'I knew Wimbledrake.' })).body.id
    const comment = (await by.call('POST', `/threads/post/${post}/comments`, { body: 'Wimbledrake himself' })).body.id
    await by.call('PUT', '/drafts/post.new', { fields: { title: 'Wimbledrake', body: 'Not yet.' }, revision: 0 })
    const path = `/transcripts/${id}/redactions`
    const done = await moderator.call('POST', path, { words: 'Wimbledrake', why: 'A name' })
    const alsoIn = [
      { type: 'comment', id: comment },
      { type: 'post', id: post },
    ]
    expect(done.body.alsoIn).toEqual(alsoIn)
    expect((await moderator.call('GET', path)).body.items).toMatchObject([{ alsoIn }])
    expect((await (await client()).call('GET', path)).body.items).toMatchObject([{ alsoIn: [] }])
    expect((await by.call('GET', `/posts/${post}`)).body.body).toBe('I knew Wimbledrake.')
  })

  test('says why it is refused', async () => {
    const [by, other] = [await client(), await client()]
    const turns = [{ role: 'user', text: `Ask Wimbledrake ${by.member.id}` }]
    const { id } = (await by.call('POST', '/transcripts', { turns })).body
    const ask = (who: Client, body: object, of = id) => who.call('POST', `/transcripts/${of}/redactions`, body)
    const fine = { words: 'Wimbledrake', why: 'A name' }
    expect((await ask(other, fine)).status).toBe(403)
    expect((await ask(by, fine, 'nothing')).status).toBe(404)
    expect(await ask(by, { ...fine, words: 'elsewhere' })).toMatchObject({
      status: 422,
      body: { errors: { words: [expect.anything()] } },
    })
    expect(await ask(by, { ...fine, why: 'He is Wimbledrake' })).toMatchObject({
      status: 422,
      body: { errors: { why: [expect.anything()] } },
    })
  })
})
