/** Pieces of text as a body, each sent as it is made. */
export function streamed(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(bytes.encode(value))
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

/** Answers with a file to be kept, sent piece by piece as it is made. */
export function fileAnswer(pieces: AsyncGenerator<string>, { name, type }: { name: string; type: string }): Response {
  return new Response(streamed(pieces), {
    headers: { 'content-type': type, 'content-disposition': attachment(name), 'cache-control': 'no-cache' },
  })
}

/** A name for whoever reads only ASCII, then the true one. */
function attachment(name: string): string {
  const kept = name.replace(/[\s/\\:*?"<>|\p{Cc}]+/gu, ' ').trim()
  const plain = kept.replace(/[^\x20-\x7e]/g, '_')
  const full = encodeURIComponent(kept).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
