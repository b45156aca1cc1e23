import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readInspect } from '#app/features/exchange/formats/read-inspect.ts'

interface Entry {
  name: string
  text: string
  /** What the zip says that it unpacks to, in bytes. */
  claimed?: number
}

/** A zip as its format has it (APPNOTE 4.3): each file's header and data, then the directory, then its end. */
function zipOf(entries: Entry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, text, claimed = Buffer.byteLength(text) } of entries) {
    const data = deflateRawSync(text)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(text), 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(claimed, 18)
    shared.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, Buffer.from(name), data])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), shared, rest, Buffer.from(name)]))
    locals.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, listed, end])
}

const header = { name: 'header.json', text: '{"eval":{"task":"t"}}' }
const sample = (claimed?: number) => ({
  name: 'samples/a.json',
  text: JSON.stringify({ id: 'a', messages: [{ role: 'user', content: 'Hi.' }], more: ' '.repeat(100_000) }),
  claimed,
})
const read = async (entries: Entry[]) => readInspect({ name: 'x.eval', bytes: zipOf(entries) })

test('a log whose files unpack to more than is held, alone or together, or to more than they say, is refused', async () => {
  expect(await read([header, sample()])).toMatchObject([{ line: 1, value: { key: 'a' } }])
  const tooMuch = [{ line: null, reason: expect.stringContaining('this unpacks to more than 250 MB') }]
  expect(await read([header, sample(300_000_000)])).toMatchObject(tooMuch)
  expect(await read([header, sample(250_000_000)])).toMatchObject(tooMuch)
  expect(await read([header, sample(10)])).toMatchObject([
    { line: null, reason: expect.stringContaining('This is no zip that can be read') },
  ])
})

test('names in a log that lead out of it, or anywhere, are refused or passed over; nothing is written', async () => {
  for (const name of [
    '../../samples/x.json',
    '/samples/x.json',
    'samples/../../x.json',
    'samples\\..\\x.json',
    'C:\\samples\\x.json',
  ]) {
    const [found, ...more] = await read([header, { ...sample(), name }])
    expect([found, more], name).toMatchObject([{ line: null, reason: expect.any(String) }, []])
  }
})
