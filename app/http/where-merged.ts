/** Where the page of something leads that was merged: to that into which it was; from a link of its thread, to its history, where what was said under it is read. */
export function whereMerged(rooms: 'labels' | 'framings' | 'concepts', id: string, into: string, url: URL): string {
  const isOfThread = url.searchParams.has('sort') || url.searchParams.has('after')
  return isOfThread ? `/${rooms}/${id}/history${url.search}` : `/${rooms}/${into}`
}
