import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import satori, { type Font } from 'satori'
import { type Box, pictureHeight, pictureWidth } from './boxes.ts'
import { graphemesOf } from './undrawn.ts'

/** Lays a picture out, with notes in place of what cannot be drawn. */
export type Layout = (undrawn: ReadonlySet<string>) => Box

// Words that are shortened to notes make room for further ones.
const mostLooks = 4

/** A PNG of 1200 × 630. What no font here has is said in brackets. */
export async function drawPicture(layout: Layout): Promise<Uint8Array> {
  const undrawn = new Set<string>()
  let svg = ''
  for (let look = 0, known = -1; look < mostLooks && known < undrawn.size; look++) {
    known = undrawn.size
    svg = await svgOf(layout(undrawn), undrawn)
  }
  const image = await renderAsync(svg, { fitTo: { mode: 'original' }, font: { loadSystemFonts: false } })
  return image.asPng()
}

/** Notes what it has no letters for. */
function svgOf(box: Box, undrawn: Set<string>): Promise<string> {
  return satori(box as never, {
    ...{ width: pictureWidth, height: pictureHeight, fonts: fonts() },
    loadAdditionalAsset: async (_, text) => {
      for (const grapheme of graphemesOf(text)) if (grapheme.trim() !== '') undrawn.add(grapheme)
      return []
    },
  })
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
