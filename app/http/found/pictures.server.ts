import { LRUCache } from 'lru-cache'
import { etagOf } from '#app/lib/digest.server.ts'
import type { Layout } from '#app/ui/picture/drawing.server.ts'
import { isKnown } from '../api.server.ts'

const layoutVersion = 3
const mostBytes = 24_000_000

const fiveMinutes = 'public, max-age=300'

/** Pictures for other sites to show, each drawn once for what it shows, and one at a time: to lay one out holds the site up for some 20 ms. */
export class Pictures {
  readonly #kept = new LRUCache<string, Uint8Array>({ maxSize: mostBytes, sizeCalculation: (png) => png.length })
  readonly #inDrawing = new Map<string, Promise<Uint8Array>>()
  #last: Promise<unknown> = Promise.resolve()

  /** Answers with the picture of what is `shown`, which is all that the layout may draw from. */
  async answer(request: Request, shown: object, layout: Layout): Promise<Response> {
    const tag = tagOf(shown)
    const headers = { etag: tag, 'cache-control': fiveMinutes, 'cross-origin-resource-policy': 'cross-origin' }
    if (isKnown(request.headers.get('if-none-match'), tag)) return new Response(null, { status: 304, headers })
    const image = await this.#of(tag, layout)
    return new Response(image as BodyInit, { headers: { ...headers, 'content-type': 'image/png' } })
  }

  async #of(tag: string, layout: Layout): Promise<Uint8Array> {
    const kept = this.#kept.get(tag) ?? this.#inDrawing.get(tag)
    if (kept) return kept
    const drawing = this.#last.then(() => draw(layout))
    this.#last = drawing.catch(() => undefined)
    this.#inDrawing.set(tag, drawing)
    try {
      const image = await drawing
      this.#kept.set(tag, image)
      return image
    } finally {
      this.#inDrawing.delete(tag)
    }
  }
}

/** What draws is read when the first picture is asked for. */
async function draw(layout: Layout): Promise<Uint8Array> {
  const { drawPicture } = await import('#app/ui/picture/drawing.server.ts')
  return drawPicture(layout)
}

const tagOf = (shown: object) => etagOf(JSON.stringify([layoutVersion, shown]))
