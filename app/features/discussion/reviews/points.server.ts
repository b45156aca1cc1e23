import { firstWordsOf, plainTextOf } from '#app/lib/markdown.server.ts'
import { shortened } from '#app/lib/text.ts'

const mostPoints = 8

/** The points that a review makes: its headings; of one without, its first words. */
export function pointsIn(html: string): string[] {
  const headings = Array.from(html.matchAll(/<h[2-6]>(.*?)<\/h[2-6]>/gs), ([, words = '']) => plainTextOf(words))
  const points = headings.map((words) => shortened(words, 160)).filter(Boolean)
  return points.length > 0 ? points.slice(0, mostPoints) : [firstWordsOf(html, 240)].filter(Boolean)
}
