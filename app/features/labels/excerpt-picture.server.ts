import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import satori, { type Font } from 'satori'
import { type Pictured, pictureHeight, pictureOf, pictureWidth } from './picture-layout.ts'

const layoutVersion = 1

/** Changes with anything that the picture shows. */
export function pictureTag(pictured: Pictured): string {
  return createHash('sha1')
    .update(JSON.stringify([layoutVersion, pictured]))
    .digest('base64url')
}

/** A PNG of 1200 × 630. Scripts that no font here has come out as empty boxes, never as an error. */
export async function drawPicture(pictured: Pictured): Promise<Uint8Array> {
  const size = { width: pictureWidth, height: pictureHeight }
  const svg = await satori(pictureOf(pictured) as never, { ...size, fonts: fonts() })
  const image = await renderAsync(svg, { fitTo: { mode: 'original' }, font: { loadSystemFonts: false } })
  return image.asPng()
}

const subsets = ['latin', 'latin-ext', 'greek', 'cyrillic', 'vietnamese']
const weights = [400, 600] as const

// Read once: constant files, whose parsed form satori keeps by this very list.
let loaded: Font[] | undefined

function fonts(): Font[] {
  loaded ??= subsets.flatMap((subset) => weights.map((weight) => fontOf(subset, weight)))
  return loaded
}

function fontOf(subset: string, weight: (typeof weights)[number]): Font {
  const manifest = createRequire(import.meta.url).resolve('@fontsource/source-serif-4/package.json')
  const file = join(dirname(manifest), 'files', `source-serif-4-${subset}-${weight}-normal.woff`)
  return { name: subset, data: readFileSync(file), weight, style: 'normal' }
}
