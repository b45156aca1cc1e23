import { buffer } from 'node:stream/consumers'
import { zstdDecompressSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { Refusal } from '#app/lib/refusal.ts'

/** As much as one file given by itself may have. */
const mostBytes = 250_000_000
const zstd = 93

/** The files in a zip whose names are wanted, one after another; what is no zip, or broken, is refused. */
export async function* zipEntries(
  zip: Uint8Array,
  isWanted: (name: string) => boolean,
): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  try {
    const file = await fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength), { lazyEntries: true })
    for await (const entry of file.eachEntry()) {
      if (isWanted(entry.fileName)) yield { name: entry.fileName, bytes: await contentOf(file, entry) }
    }
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Refusal) throw error
    throw new Refusal('invalid', `This is no zip that can be read: ${error.message.replace(/\.+$/, '')}.`)
  }
}

async function contentOf(file: ZipFile, entry: Entry): Promise<Uint8Array> {
  const { fileName, uncompressedSize } = entry
  if (uncompressedSize > mostBytes) {
    throw new Refusal(
      'too large',
      `${fileName} has ${uncompressedSize / 1e6} MB; a file has at most ${mostBytes / 1e6} MB.`,
    )
  }
  if (entry.compressionMethod !== zstd) return buffer(await file.openReadStreamPromise(entry))
  // Newer logs are packed with a method that the reader hands on as it is.
  const raw = await buffer(await file.openReadStreamPromise(entry, { decodeFileData: false }))
  return zstdDecompressSync(raw, { maxOutputLength: mostBytes })
}
