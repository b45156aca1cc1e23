const beginning = '/overlay'

/** Where a page's overlay is: its own address, after a word. */
export const overlayAt = (address: string) => beginning + address

/** The address of the page that an overlay is asked for; undefined where none is. */
export const pageOfOverlay = (address: string) =>
  address.startsWith(`${beginning}/`) ? address.slice(beginning.length) : undefined

/** The path of an address on this site. */
export const pathOf = (address: string) => address.split(/[?#]/, 1)[0] as string

/** The cookie with which a page is made for the one who asks, for so many seconds, though members share it. */
export function ownPage(address: string, seconds: number): string {
  const path = pathOf(address)
  return `own=1; Path=${/^[\w./~-]+$/.test(path) ? path : '/'}; Max-Age=${seconds}; SameSite=Lax; HttpOnly`
}
