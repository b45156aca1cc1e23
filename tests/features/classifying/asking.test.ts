import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { patientAsker, waitOf } from '#app/features/classifying/asking/ask-patiently.server.ts'
import { endpointKey, endpointUrl } from '#app/features/classifying/asking/endpoint.ts'
import { AskFailure, waitIn } from '#app/features/classifying/asking/failure.ts'
import { mostText } from '#app/features/classifying/asking/read-completion.ts'
import {
  breaksAfter,
  endsEarly,
  inTurn,
  type ModelEndpoint,
  openModelEndpoint,
  type Reply,
  refuses,
  says,
  saysAtOnce,
} from '#tests/support/model-endpoint.ts'

const key = 'sk-very-secret-1234'
let model: ModelEndpoint
beforeAll(async () => {
  model = await openModelEndpoint()
})
afterAll(() => model.close())
afterEach(() => {
  model.asked.length = 0
})

const messages = [
  { role: 'system' as const, content: 'Judge.' },
  { role: 'user' as const, content: 'Words.' },
]

function ask(
  reply: Reply,
  { attempts = 3, quietMs = 5000, url = model.url, signal = new AbortController().signal } = {},
) {
  model.replyWith(reply)
  const endpoint = { url: endpointUrl(url), model: 'judge-1', key, quietMs }
  return patientAsker(endpoint, { attempts, firstMs: 5, mostMs: 20 })(messages, signal)
}

const failureOf = async (asked: Promise<unknown>): Promise<AskFailure> => {
  const error = await asked.then(
    () => new Error('It answered.'),
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(AskFailure)
  expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain(key)
  return error
}

describe('A model is asked', () => {
  test('with the key, and its streamed answer is put together and costed', async () => {
    const completion = await ask(says('{"label": "yes"} – é 👩‍👩‍👧'))
    const tokens = { promptTokens: 100, completionTokens: 10 }
    expect(completion).toEqual({ text: '{"label": "yes"} – é 👩‍👩‍👧', ...tokens, ended: 'whole' })
    const asked = { system: 'Judge.', user: 'Words.', model: 'judge-1', authorization: `Bearer ${key}` }
    expect(model.asked).toMatchObject([{ ...asked, path: '/v1/chat/completions' }])
  })

  test('also where it does not stream, says no cost, or is cut at its limit', async () => {
    expect(await ask(saysAtOnce('{"label":\n"no"}'))).toMatchObject({ text: '{"label":\n"no"}', promptTokens: 7 })
    expect(await ask(says('a', { usage: false }))).toMatchObject({ promptTokens: null, completionTokens: null })
    expect(await ask(says('a', { finish: 'length' }))).toMatchObject({ text: 'a', ended: 'at its limit' })
  })

  test('with characters that come in two pieces, comments, and lines that end in CR LF', async () => {
    const bytes = Buffer.from(
      `: hello\r\n\r\ndata: ${JSON.stringify({ choices: [{ delta: { content: 'é👩' } }] })}\r\n\r\n`,
    )
    const completion = await ask(async (_, response) => {
      for (const byte of bytes) response.write(Buffer.from([byte]))
      response.end('data: [DONE]')
    })
    expect(completion.text).toBe('é👩')
  })

  test('and an answer that does not end is left where it is too long', async () => {
    const completion = await ask(says('word '.repeat(100_000)))
    expect([completion.text.length, completion.ended]).toEqual([mostText, 'too long'])
  })
})

describe('It is asked again', () => {
  test.each([
    ['after too many questions', refuses(429)],
    ['after a failure of the server', refuses(500)],
    ['after a bad gateway that speaks HTML', ((_, r) => void r.writeHead(502).end('<h1>Bad gateway</h1>')) as Reply],
    ['after a break in the middle', breaksAfter('{"label": "y')],
    ['after an end in the middle', endsEarly('{"label": "y')],
    ['after an error in the middle', ((_, r) => void r.end('data: {"error": {"message": "overloaded"}}\n\n')) as Reply],
    ['after what is no completion', ((_, r) => void r.end('<html>Hello</html>')) as Reply],
    ['after half a line', ((_, r) => void r.end('data: {"choi\n\n')) as Reply],
    ['after a connection that ends at once', ((_, r) => void r.destroy()) as Reply],
  ])('%s', async (_, bad) => {
    expect((await ask(inTurn(bad, bad, says('fine')))).text).toBe('fine')
    expect(model.asked).toHaveLength(3)
    const failure = await failureOf(ask(bad))
    expect([failure.kind, model.asked.length]).toEqual(['again', 6])
  })

  test('after silence, also in the middle of an answer', async () => {
    const silent: Reply = () => {}
    const half: Reply = (_, response) => void response.write('data: {"choices": []}\n\n')
    expect((await ask(inTurn(silent, half, says('fine')), { quietMs: 300 })).text).toBe('fine')
    expect((await failureOf(ask(silent, { quietMs: 100, attempts: 1 }))).message).toContain('said nothing for 0.1 s')
  })

  test('but never for slowness: an answer that keeps coming is waited for', async () => {
    const slow: Reply = async (_, response) => {
      for (const sign of 'slowly') {
        response.write(`data: ${JSON.stringify({ choices: [{ delta: { content: sign } }] })}\n\n`)
        await pause(100)
      }
      response.end('data: [DONE]\n\n')
    }
    expect((await ask(slow, { quietMs: 400, attempts: 1 })).text).toBe('slowly')
  })

  test('not before it wants to be, and then by nobody', async () => {
    model.replyWith(inTurn(refuses(429, { 'retry-after': '1' }), says('fine')))
    const endpoint = { url: endpointUrl(model.url), model: 'm', key, quietMs: 5000 }
    const asking = patientAsker(endpoint, { attempts: 3, firstMs: 5, mostMs: 20 })
    const { signal } = new AbortController()
    const first = asking(messages, signal)
    while (model.asked.length === 0) await pause(5)
    await pause(100)
    await Promise.all([first, asking(messages, signal)])
    const [refused, ...later] = model.asked.map(({ at }) => at)
    expect(later).toHaveLength(2)
    for (const at of later) expect(at - Number(refused)).toBeGreaterThanOrEqual(990)
  })

  test('unless that is hours away', async () => {
    const failure = await failureOf(ask(refuses(429, { 'retry-after': '7200' })))
    expect([failure.kind, model.asked.length]).toEqual(['never', 1])
    expect(failure.message).toContain('120 minutes')
  })

  test('after waits that double, half of them by chance', () => {
    const how = { attempts: 9, firstMs: 100, mostMs: 1000 }
    expect([1, 2, 3, 9].map((attempt) => waitOf(attempt, how, 0))).toEqual([50, 100, 200, 500])
    expect([1, 2, 3, 9].map((attempt) => waitOf(attempt, how, 1))).toEqual([100, 200, 400, 1000])
    const noon = Date.UTC(2026, 0, 1, 12)
    expect(waitIn('Thu, 01 Jan 2026 12:00:30 GMT', noon)).toBe(30_000)
    expect([waitIn(null), waitIn('soon'), waitIn('2'), waitIn('-5')]).toEqual([null, null, 2000, 0])
  })
})

describe('It is not asked again', () => {
  test.each([
    [401, 'never', 'does not take the key'],
    [403, 'never', 'does not allow'],
    [404, 'never', 'no such address or model'],
    [400, 'not this', 'refuses (400)'],
    [413, 'not this', 'refuses (413)'],
  ])('after %i', async (status, kind, why) => {
    const failure = await failureOf(ask(refuses(status, {}, `You sent ${key}; it is long.`)))
    expect([failure.kind, model.asked.length]).toEqual([kind, 1])
    expect(failure.message).toContain(why)
    expect(failure.message).toContain('You sent [key]; it is long.')
  })

  test('where it sends elsewhere: the key would go along', async () => {
    const failure = await failureOf(ask(refuses(307, { location: 'https://elsewhere.invalid/v1' })))
    expect([failure.kind, model.asked.length]).toEqual(['never', 1])
    expect(failure.message).toContain('https://elsewhere.invalid/v1')
  })

  test('where there is no such host, or who asks gave up', async () => {
    expect(await failureOf(ask(says('x'), { url: 'http://nothing.invalid/v1' }))).toMatchObject({ kind: 'never' })
    const gaveUp = AbortSignal.timeout(100)
    expect(await failureOf(ask(() => {}, { signal: gaveUp }))).toMatchObject({ kind: 'stopped' })
  })

  test('and a key that it repeats in its answer is kept nowhere', async () => {
    expect((await ask(says(`Your key is ${key}.`))).text).toBe('Your key is [key].')
  })
})

test('an endpoint is given with or without the path, and with no secret in it', () => {
  for (const given of ['https://a.test/v1', 'https://a.test/v1/', 'https://a.test/v1/chat/completions'])
    expect(endpointUrl(given)).toBe('https://a.test/v1/chat/completions')
  expect(endpointUrl('http://a.test/x?api-version=1')).toBe('http://a.test/x/chat/completions?api-version=1')
  for (const given of ['a.test', 'ftp://a.test', 'https://wren:hunter2@a.test'])
    expect(() => endpointUrl(given)).toThrow(/^(?!.*hunter2)The endpoint /)
  expect(() => endpointKey('sk-é\n-secret')).toThrow(/^(?!.*secret)PARALLAX_API_KEY /)
  expect([endpointKey(undefined), endpointKey(' '), endpointKey(' a\n')]).toEqual([undefined, undefined, 'a'])
})
