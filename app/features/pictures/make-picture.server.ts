import sharp from 'sharp'
import { invalid } from '#app/lib/refusal.ts'
import { mostMegabytes, mostPixels, mostSide } from './picture.ts'

const beginnings = [
  { type: 'png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], from: 0 },
  { type: 'jpeg', bytes: [0xff, 0xd8, 0xff], from: 0 },
  { type: 'webp', bytes: [0x57, 0x45, 0x42, 0x50], from: 8 },
]

// Nothing else is handed to the library, which would open formats that nobody here asked for.
function isTaken(sent: Uint8Array): boolean {
  return beginnings.some(({ bytes, from }) => bytes.every((byte, n) => sent[from + n] === byte))
}

export interface Made {
  bytes: Buffer
  width: number
  height: number
}

const mostSeconds = 20

/** The picture as it is kept: WebP, upright, of bounded size, with nothing in it but what it shows. Refuses (field `picture`) what is none. */
export async function makePicture(sent: Uint8Array): Promise<Made> {
  if (sent.length === 0) throw invalid({ picture: 'Choose a picture.' })
  if (sent.length > mostMegabytes * 1_000_000)
    throw invalid({ picture: `A picture may have at most ${mostMegabytes} MB.` })
  if (!isTaken(sent)) throw invalid({ picture: 'This is no PNG, JPEG or WebP picture.' })
  try {
    const { data, info } = await sharp(sent, { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'error' })
      .autoOrient()
      .resize({ width: mostSide, height: mostSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 88, smartSubsample: true })
      .timeout({ seconds: mostSeconds })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch (error) {
    throw invalid({ picture: whyNot(error) })
  }
}

function whyNot(error: unknown): string {
  return /pixel limit/.test(String(error))
    ? `A picture may have at most ${mostPixels / 1_000_000} million pixels.`
    : 'This picture is broken: it could not be read to its end.'
}
