import { seededRandom } from '#app/lib/statistics.ts'

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ')
const vocabulary = 4000

/** The made-up word of a rank; the first are the most frequent. */
export function wordOf(rank: number): string {
  let [word, left] = ['', rank + syllables.length]
  while (left > 0) {
    word = syllables[left % syllables.length] + word
    left = Math.floor(left / syllables.length)
  }
  return word
}

export interface Written {
  body: string
  html: string
}

/** Writes the same paragraphs for the same seed, of words as frequent as words are (Zipf's law), in Markdown and as what it comes to. */
export function writer(seed: string) {
  const random = seededRandom(seed)
  const word = () => wordOf(Math.floor((vocabulary + 1) ** random()) - 1)
  const sentence = () => {
    const words = Array.from({ length: 6 + Math.floor(random() * 12) }, word)
    return `${words[0]?.[0]?.toUpperCase()}${words.join(' ').slice(1)}.`
  }
  const write = (letters: number): Written => {
    const paragraphs: string[] = []
    // As near to the length as whole paragraphs come.
    for (let left = letters; left > 100; ) {
      const paragraph = `${sentence()} ${sentence()} *${word()}* ${sentence()}`
      paragraphs.push(paragraph)
      left -= paragraph.length
    }
    const html = paragraphs.map((text) => `<p>${text.replace(/\*(\w+)\*/, '<em>$1</em>')}</p>\n`).join('')
    return { body: paragraphs.join('\n\n'), html }
  }
  return { random, sentence, write }
}
