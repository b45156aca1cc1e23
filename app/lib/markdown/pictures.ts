/** Addresses of this site's own pictures: `/pictures/ID.webp`, or with the size, `/pictures/ID-800x600.webp`, which keeps the page from jumping when the picture comes. */
const own = /^\/pictures\/([0-9a-z]{18})(?:-([1-9]\d{0,4})x([1-9]\d{0,4}))?\.webp$/

export interface OwnPicture {
  id: string
  width?: string
  height?: string
}

export function ownPicture(src: string): OwnPicture | undefined {
  const [, id, width, height] = own.exec(src) ?? []
  return id === undefined ? undefined : { id, ...(width && height ? { width, height } : {}) }
}

/** What leads to a picture elsewhere, which is never loaded: "Picture on example.org: what it shows". */
export function pictureWords(src: string, alt: string): string {
  const host = /^https?:/i.test(src) ? URL.parse(src)?.host : undefined
  return `Picture${host ? ` on ${host}` : ''}${alt ? `: ${alt}` : ''}`
}
