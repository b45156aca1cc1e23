import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#db/open.ts'
import { fileWith, runCommand, startCommand } from '#tests/support/command.ts'
import { freshDatabase } from '#tests/support/engines.ts'
import { inTurn, type ModelEndpoint, openModelEndpoint, refuses, says } from '#tests/support/model-endpoint.ts'

const key = 'sk-never-to-be-seen-42'
const no = '{"label": "no", "score": 0.1}'
const prompt = () => fileWith('Does it refuse openly?', '.txt')

let model: ModelEndpoint
let url: string
beforeAll(async () => {
  model = await openModelEndpoint()
  url = await freshDatabase('sqlite')
  const records = Array.from({ length: 4 }, (_, n) => ({
    messages: [{ role: 'user', content: `Number ${n}. I will not.` }],
  }))
  await runCommand(url, 'import', 'transcripts', fileWith(JSON.stringify(records)), '--collection', 'talks')
})
afterAll(() => model.close())
beforeEach(() => {
  process.env.PARALLAX_API_KEY = key
})
afterEach(() => {
  delete process.env.PARALLAX_API_KEY
})

const args = (label: string, more: string[] = []) =>
  ['classify', '--collection', 'talks', '--label', label, '--prompt', prompt(), '--endpoint', model.url].concat([
    '--model',
    'judge-1',
    ...more,
  ])

test('parallax classify prints one JSON document with its tokens, and names what it refused', async () => {
  model.replyWith(inTurn(says('{"label": "yes", "quotes": ["I will not.", "gone"]}'), says('Hm.'), says(no)))
  const { status, stdout, stderr } = await runCommand(url, ...args('refusal', ['--json', '--concurrency', '1']))
  const report = JSON.parse(stdout)
  const counts = { questions: 4, skipped: 0, yes: 1, no: 2, labelled: 3, stopped: null }
  expect(report).toMatchObject({ ...counts, classifier: 'judge-1', label: 'refusal', model: 'judge-1' })
  expect(report.tokens).toEqual({ prompt: 400, completion: 40, total: 440, untold: 0 })
  expect([report.refused.length, report.unplaced.length, status]).toEqual([1, 1, 0])
  expect(stderr.trim().split('\n')).toEqual([
    `${report.refused[0].transcript}: There is no JSON object in it.`,
    `${report.unplaced[0].transcript}: “gone”: These words do not stand in it.`,
  ])
  expect(model.asked[0]?.authorization).toBe(`Bearer ${key}`)
  const again = await runCommand(url, ...args('refusal'))
  expect([again.status, again.stderr]).toEqual([0, ''])
  expect(again.stdout).toContain('0 yes, 0 no, 0 refused, 4 there before')
})

test('ends with a sentence and nothing of the key when that is not taken', async () => {
  model.replyWith(refuses(401, {}, `Incorrect key: ${key}`))
  const { status, stdout, stderr } = await runCommand(url, ...args('secret', ['--json']))
  expect([status, JSON.parse(stdout).stopped]).toEqual([1, expect.stringContaining('does not take the key')])
  expect(stderr).toContain('Incorrect key: [key]')
  expect(stdout + stderr).not.toContain(key)
})

test('interrupted, says what it did and goes on when it is run again', async () => {
  let silent = 0
  model.replyWith((asked, response) => {
    if (model.asked.filter(({ system }) => system.includes('“patience”')).length <= 2) return says(no)(asked, response)
    silent++
  })
  const { child, ended } = startCommand(url, args('patience', ['--json', '--concurrency', '1']))
  while (silent === 0) await new Promise((soon) => setTimeout(soon, 10))
  child.kill('SIGINT')
  const { status, stdout, stderr } = await ended
  expect([status, JSON.parse(stdout).no, stderr]).toEqual([1, 2, expect.stringContaining('Stopped. What was answered')])
  model.replyWith(says(no))
  const rest = await runCommand(url, ...args('patience', ['--json']))
  expect(JSON.parse(rest.stdout)).toMatchObject({ skipped: 2, no: 2, stopped: null })
})

test('is refused with a sentence, or as wrong usage, before anything is asked', async () => {
  const before = model.asked.length
  const replaced = (option: string, value: string) => {
    const all = args('x')
    all[all.indexOf(option) + 1] = value
    return all
  }
  const refused = [
    [replaced('--collection', 'nowhere'), 'There is no such collection.'],
    [replaced('--prompt', '/nowhere.txt'), '/nowhere.txt: There is no such file.'],
    [replaced('--prompt', fileWith(' \n', '.txt')), 'This is empty.'],
    [replaced('--endpoint', 'example.org'), 'The endpoint is an address'],
    [replaced('--label', ' '), 'This may not be empty.'],
    [args('x', ['--as', 'nobody']), 'no such member'],
  ] as const
  const ran = await Promise.all(refused.map(([given]) => runCommand(url, ...given)))
  expect(ran.map(({ status, stdout }) => [status, stdout])).toEqual(refused.map(() => [1, '']))
  for (const [n, [, why]] of refused.entries()) expect(ran[n]?.stderr).toContain(why)
  const wrong = [
    ['--role', 'judge'],
    ['--concurrency', '0'],
    ['--classifier', ''],
  ].map((more) => args('x', more))
  const usage = await Promise.all([...wrong, ['classify', '--label', 'x']].map((given) => runCommand(url, ...given)))
  expect(usage.map(({ status }) => status)).toEqual([2, 2, 2, 2])
  expect(model.asked.length).toBe(before)
  const db = openDatabase(url)
  expect(await db.selectFrom('labels').select('id').where('name', '=', 'x').execute()).toEqual([])
  await db.destroy()
})
