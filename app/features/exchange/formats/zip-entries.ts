import { buffer } from 'node:stream/consumers'
import { zstdDecompressSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refusal } from '#app/lib/refusal.ts'

/** As much as one file given by itself may have, and as all in a zip may have together: a small zip can hold far more than memory does. */
const mostBytes = 250_000_000
const zstd = 93

/** The files in a zip whose names are wanted, one after another; what is no zip, or broken, is refused. */
export async function* zipEntries(
  zip: Uint8Array,
  isWanted: (name: string) => boolean,
): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  try {
    const file = await fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true })
    let left = mostBytes
    for await (const entry of file.eachEntry()) {
      if (!isWanted(entry.fileName)) continue
      const bytes = await contentOf(file, entry, left)
      left -= bytes.length
      yield { name: entry.fileName, bytes }
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Refusal) throw error
    throw new Refusal('invalid', `This is no zip that can be read: ${error.message.replace(/(?<!\.)\.+$/, '')}.`)
  }
}

async function contentOf(file: ZipFile, entry: Entry, most: number): Promise<Uint8Array> {
  if (entry.uncompressedSize > most) throw tooMuch(entry)
  if (entry.compressionMethod !== zstd) return buffer(await file.openReadStreamPromise(entry))
  // Newer logs are packed with a method that the reader hands on as it is.
  const raw = await buffer(await file.openReadStreamPromise(entry, { decodeFileData: false }))
  return zstdDecompressSync(raw, { maxOutputLength: Math.max(1, entry.uncompressedSize) })
}

function tooMuch({ fileName, uncompressedSize }: Entry) {
  const [has, most] = [uncompressedSize, mostBytes].map((bytes) => (bytes / 1e6).toLocaleString('en'))
  return new Refusal('too large', `With ${fileName}, which has ${has} MB, this unpacks to more than ${most} MB.`)
}
