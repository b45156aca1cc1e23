/** As many code points that say nothing; line ends stay. */
export const maskOf = (text: string): string => text.replace(/[^\r\n]/gu, '█')

/** A text in which these words are masked wherever they stand, letter for letter. */
export const withMasked = (text: string, words: string): string => text.replaceAll(words, maskOf(words))
