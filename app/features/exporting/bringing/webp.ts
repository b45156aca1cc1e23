import sharp from 'sharp'
import { invalid } from '#app/lib/refusal.ts'

const mostPixels = 40_000_000

/** Refuses what is no picture of this size, as this site makes them. */
export async function makeSure(bytes: Buffer, width: number, height: number) {
  const found = await sharp(bytes, { limitInputPixels: mostPixels })
    .metadata()
    .catch(() => undefined)
  if (found?.format !== 'webp' || found.width !== width || found.height !== height)
    throw invalid({ id: 'Its file is no WebP picture of this size.' })
}
