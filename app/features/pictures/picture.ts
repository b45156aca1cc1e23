/** Kinds of pictures that are taken; they are told by their bytes. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const

export const mostMegabytes = 5
export const mostPixels = 40_000_000
/** Of the longer side, as it is kept. */
export const mostSide = 2000

export interface Picture {
  id: string
  width: number
  height: number
}

/** Where a picture is shown from, with its size. */
export function picturePath({ id, width, height }: Picture): string {
  return `/pictures/${id}-${width}x${height}.webp`
}

/** What is written to show it; brackets would end the words early. */
export function pictureMarkdown(picture: Picture, shows: string): string {
  const words = shows
    .replace(/[[\]\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `![${words}](${picturePath(picture)})`
}
