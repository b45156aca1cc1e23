import { beforeAll, expect, test } from 'vitest'
import { startSession } from '#app/features/accounts/sessions.server.ts'
import { tallyOf } from '#app/features/ballots/tallies.server.ts'
import { proposeClaim } from '#app/features/claims/claims.server.ts'
import { lockThread, reply } from '#app/features/discussion/comments/comments.server.ts'
import { draftsOf } from '#app/features/discussion/drafts/drafts.server.ts'
import { writePost } from '#app/features/discussion/posts/posts.server.ts'
import { deletePost, unpublishPost } from '#app/features/discussion/posts/publishing.server.ts'
import { labellingsOf, voteOnLabel } from '#app/features/labels/labellings.server.ts'
import { proposeLabel } from '#app/features/labels/labels.server.ts'
import { markExcerpt } from '#app/features/transcripts/excerpts.server.ts'
import { addTranscript } from '#app/features/transcripts/transcripts.server.ts'
import { someMember } from '#tests/features/discussion/things.ts'
import { cookieOf, formsOf } from '#tests/support/forms.ts'
import { describeSiteOnBothEngines } from '#tests/support/site.ts'

const words = 'Long and careful words.'

describeSiteOnBothEngines('Writing that is refused', (site) => {
  const send = formsOf(site)
  let cookie: string
  beforeAll(async () => {
    cookie = cookieOf(await send('/join', { handle: 'Wren', password: 'a long enough password' }))
  })

  async function somePost() {
    const author = await someMember(site().db)
    const post = await writePost(site().db, author, { title: 'A reading', body: 'It kept to it.' })
    return { author, subject: { kind: 'post' as const, id: post.id }, on: `/comments/new?on=post.${post.id}` }
  }

  test('comes back with what was typed: at a parent of another thread, and is sent to the post instead', async () => {
    const [{ on }, other] = [await somePost(), await somePost()]
    const elsewhere = await reply(site().db, other.author, other.subject, { body: 'Elsewhere.' })
    for (const parent of [elsewhere.id, 'nothing', '"><b>']) {
      const answer = await send(`${on}&parent=${encodeURIComponent(parent)}`, { body: words }, cookie)
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('The comment that this address answers is not in this thread.')
      expect(page).toContain(`${words}</textarea>`)
      expect(page).toContain('Answer the post instead')
    }
    const instead = await (await send(on, { body: words, intent: 'instead', 'draft.revision': '7' }, cookie)).text()
    expect(instead).toContain(`${words}</textarea>`)
    expect(instead).toContain('name="draft.revision" autoComplete="off" value="0"')
    expect((await send(on, { body: words }, cookie)).status).toBe(302)
  })

  test('comes back with what was typed: under a locked thread, a deleted post, one taken back', async () => {
    const moderator = await someMember(site().db, 'moderator')
    const [locked, deleted, taken] = [await somePost(), await somePost(), await somePost()]
    await lockThread(site().db, moderator, locked.subject, true)
    await deletePost(site().db, deleted.author, deleted.subject.id)
    await unpublishPost(site().db, taken.author, taken.subject.id)
    for (const [{ on }, status, said] of [
      [locked, 403, 'This thread is locked'],
      [deleted, 409, 'This post was deleted.'],
      [taken, 404, 'There is no such post.'],
    ] as const) {
      const answer = await send(on, { body: words }, cookie)
      expect(answer.status, said).toBe(status)
      const page = await answer.text()
      expect(page).toContain(said)
      expect(page).toContain(words)
    }
  })

  test('keeps no draft of nothing and says so, with what was chosen; of any field that is typed in it keeps one', async () => {
    const who = await someMember(site().db)
    const mine = (await startSession(site().db, who, false)).split(';')[0] as string
    const empty = { kind: 'review', title: '', body: ' ', 'review.paper': '', 'bearing.claimId': '', intent: 'draft' }
    const answer = await send('/posts/new', empty, mine)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Nothing is typed here yet, so no draft is kept.')
    expect(page).toContain('<option value="review" selected="">')
    expect(await draftsOf(site().db, who)).toEqual([])
    expect((await send('/posts/new', { ...empty, 'review.paper': 'Of minds' }, mine)).status).toBe(302)
    expect(await draftsOf(site().db, who)).toHaveLength(1)
  })

  test('without a session is sent on to signing in, which brings it to the form; twice it stands beside the draft', async () => {
    const { on } = await somePost()
    const sent = await send(on, { body: words })
    expect(sent.status).toBe(307)
    const signIn = sent.headers.get('location') as string
    const asked = await send(signIn, { body: words })
    expect(asked.status).toBe(401)
    expect(await asked.text()).toContain(`name="typed.body"`)
    const who = { handle: 'Wren', password: 'a long enough password', to: on }
    const wrong = await send(signIn, { ...who, password: 'x'.repeat(12), 'typed.body': words })
    expect(wrong.status).toBeGreaterThanOrEqual(400)
    expect(await wrong.text()).toContain(words)
    const there = await send(signIn, { ...who, 'typed.body': words })
    expect(there.headers.get('location')).toBe(on)
    expect(await (await fetch(site().address + on, { headers: { cookie } })).text()).toContain(`${words}</textarea>`)
    const again = (await send(signIn, { ...who, 'typed.body': 'Other words.' })).headers.get('location') as string
    expect(again).toContain('copy=')
    expect(await (await fetch(site().address + again, { headers: { cookie } })).text()).toContain(
      'Other words.</textarea>',
    )
  })

  /** Sends on what a visitor sent, as a browser does, and signs in with it. */
  async function signedIn(path: string, fields: Record<string, string>) {
    const first = await send(path, fields)
    expect(first.status).toBe(307)
    const to = first.headers.get('location') as string
    const asked = await send(to, fields)
    expect(asked.status).toBe(401)
    const page = await asked.text()
    const carried = [...page.matchAll(/name="(typed\.[^"]+)"[^>]*? value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ])
    const who = {
      handle: 'Wren',
      password: 'a long enough password',
      to: new URL(to, 'http://x').searchParams.get('to'),
    }
    return send('/sign-in', { ...Object.fromEntries(carried), ...who } as Record<string, string>)
  }

  test('a visitor’s tap on a claim and vote on a label are cast once they have signed in', async () => {
    const db = site().db
    const author = await someMember(db)
    const framings = [{ name: 'faking', definition: 'It feigns.' }]
    const claim = await proposeClaim(db, author, { statement: 'What it does', framings })
    const [{ id: standpoint }, { id: framing }] = [claim.standpoints[0], claim.framings[0]] as [
      { id: string },
      { id: string },
    ]
    const done = await signedIn(`/claims/${claim.id}`, { intent: 'handle', standpoint, framing })
    expect(done.headers.get('location')).toContain(`/claims/${claim.id}`)
    expect((await tallyOf(db, claim.id)).cells[0]?.handles).toBe(1)

    const turns = [{ role: 'user' as const, text: 'Some words that matter.' }]
    const { transcript } = await addTranscript(db, author, { turns })
    const { excerpt } = await markExcerpt(db, author, transcript.id, { exact: 'words that matter' })
    const { label } = await proposeLabel(db, author, { name: 'matters' })
    await voteOnLabel(db, author, excerpt.id, label.id, 'agree')
    await signedIn(`/excerpts/${excerpt.id}`, { label: label.id, value: 'disagree' })
    expect((await labellingsOf(db, [excerpt.id], null)).get(excerpt.id)).toMatchObject([{ agree: 1, disagree: 1 }])
    // What cannot be done any more does not keep anybody from signing in.
    const gone = await signedIn(`/excerpts/${excerpt.id}`, { label: 'nothing', value: 'agree' })
    expect([gone.status, gone.headers.get('location')]).toEqual([302, `/excerpts/${excerpt.id}`])
  })

  test('a claim and a label that were typed when a session had ended are in their forms again, and gone once sent', async () => {
    for (const [path, fields] of [
      [
        '/claims/new?kind=case',
        { statement: 'It did it', 'framings.2.name': 'a third reading', 'framings.0.name': 'one' },
      ],
      ['/labels/new', { name: 'hesitates', definition: 'It says that it is not sure.' }],
    ] as const) {
      const done = await signedIn(path, fields)
      expect(done.headers.get('location')).toBe(path)
      const own = done.headers.get('set-cookie')?.split(';')[0] ?? ''
      const page = await (await fetch(site().address + path, { headers: { cookie: own } })).text()
      for (const words of Object.values(fields)) expect(page).toContain(words)
      const all = await (await fetch(`${site().address}/drafts`, { headers: { cookie: own } })).text()
      expect(all).toContain(path.startsWith('/claims') ? 'A new claim' : 'A new label')
      const sent = { ...fields, 'framings.0.definition': 'So.', 'framings.2.definition': 'So.', 'draft.revision': '1' }
      expect((await send(path, sent, own)).status).toBe(302)
      const left = await (await fetch(`${site().address}/drafts`, { headers: { cookie: own } })).text()
      expect(left).not.toContain('A new claim')
    }
    expect((await send('/claims/new?variantOf=%21', { statement: 'x' }, cookie)).status).toBeLessThan(500)
  })

  test('a case without words and framings is told of both at once', async () => {
    const page = await (await send('/claims/new?kind=case', { statement: ' ' }, cookie)).text()
    expect(page).toContain('This may not be empty.')
    expect(page).toContain('A case is judged by at least one framing')
  })

  test('a paste that is too long comes back whole, and one of a session that ended waits', async () => {
    const long = `User: ${'x'.repeat(2_000_000)}`
    const refused = await send('/paste', { intent: 'text', text: long })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(`${long}</textarea>`)
    const kept = await send('/paste', { intent: 'text', text: 'User: Do it.\nAssistant: No.' })
    const secret = kept.headers.getSetCookie()[0]?.split(';')[0] as string
    await send('/paste', { intent: 'mark', start: '1.0', end: '1.3' }, secret)
    const publish = { intent: 'publish', name: 'refuses outright' }
    const over = await send('/paste', publish, `${secret}; parallax_session=over`)
    expect(over.headers.get('location')).toBe('/sign-in?to=/paste')
    const who = { handle: 'Wren', password: 'a long enough password', to: '/paste' }
    const done = await send('/sign-in', who, secret)
    expect(done.headers.get('location')).toMatch(/^\/excerpts\//)
    const again = await send('/paste', publish, secret)
    expect(again.status).toBe(302)
  })

  test('what cannot be kept through signing in is shown there', async () => {
    const { on } = await somePost()
    const who = { handle: 'Wren', password: 'a long enough password', to: on }
    const answer = await send('/sign-in', { ...who, 'typed.body': 'x'.repeat(400_001) })
    expect(answer.status).toBe(409)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await answer.text()).toContain('x'.repeat(400_001))
    const nowhere = await send('/sign-in', { ...who, to: '/comments/new?on=post.nothing', 'typed.body': words })
    expect(nowhere.status).toBe(409)
    expect(await nowhere.text()).toContain(words)
  })
})
