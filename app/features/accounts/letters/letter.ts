import { escaped } from '#app/lib/markdown/escape.ts'

/** What a letter asks to be done, and by which link. */
interface Asks {
  to: string
  handle: string
  subject: string
  why: string
  link: string
}

export const letterMinutes = 30

/** A letter with one link, as text and as HTML. */
export function letterWith({ to, handle, subject, why, link }: Asks) {
  const until = `The link works once, for ${letterMinutes} minutes. If you did not ask for it, you need not do anything.`
  const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body>
<p>Hello ${escaped(handle)},</p>
<p>${escaped(why)}</p>
<p><a href="${escaped(link)}">${escaped(link)}</a></p>
<p>${escaped(until)}</p>
</body>
</html>
`
  return {
    to,
    subject,
    text: [`Hello ${handle},`, why, link, until].join('\n\n'),
    html: page,
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}
