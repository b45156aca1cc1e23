import { escaped } from '#app/lib/html-text.ts'

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
  return letterOf({ to, handle, subject }, [why, link, until], link)
}

/** Says to an address that mail goes there no longer. */
export function farewell(to: string, handle: string) {
  const subject = 'Parallax: mail of your account goes elsewhere now'
  const done =
    'Somebody, you we hope, changed where mail of your account goes, or took the address away. This is the last letter that comes here.'
  const otherwise =
    'If it was not you, whoever it was knew your password or sat at your browser: write to those who run the site.'
  return letterOf({ to, handle, subject }, [done, otherwise])
}

function letterOf(head: { to: string; handle: string; subject: string }, said: string[], link?: string) {
  const { to, handle, subject } = head
  const drawn = said.map((one) => (one === link ? `<a href="${escaped(one)}">${escaped(one)}</a>` : escaped(one)))
  const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body>
<p>Hello ${escaped(handle)},</p>
${drawn.map((one) => `<p>${one}</p>`).join('\n')}
</body>
</html>
`
  const text = [`Hello ${handle},`, ...said].join('\n\n')
  return { to, subject, text, html: page, headers: { 'Auto-Submitted': 'auto-generated' } }
}
