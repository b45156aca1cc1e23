/** Other forms of a transcript, as the head of its page names them to programs. */
export function otherForms(id: string) {
  const alternate = { tagName: 'link', rel: 'alternate' } as const
  return [
    { ...alternate, type: 'application/json', href: `/api/v1/transcripts/${id}`, title: 'JSON' },
    { ...alternate, type: 'text/plain', href: `/transcripts/${id}/raw.txt`, title: 'Text' },
  ]
}
