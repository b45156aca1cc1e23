import { deedWords, type Notification, sourcePath } from '../notification.ts'

/** What a digest tells, and the addresses that it leads to. */
export interface Digest {
  handle: string
  notifications: readonly Notification[]
  /** There is more than these. */
  hasMore: boolean
  origin: string
  unsubscribeUrl: string
}

/** A digest as a mail: the same words as text and as HTML. */
export function digestMail(digest: Digest) {
  const { notifications, unsubscribeUrl } = digest
  const { length } = notifications
  const count = `${length} ${length === 1 ? 'notification' : 'notifications'}${digest.hasMore ? ' and more' : ''}`
  return {
    subject: `Parallax: ${count}`,
    text: textOf(digest),
    html: htmlOf(digest, count),
    // RFC 8058: a mail program's own button, without signing in.
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  }
}

const sentenceOf = (one: Notification) => `${one.actor.handle} ${deedWords(one)} ${one.subject.title}`

function textOf({ handle, notifications, hasMore, origin, unsubscribeUrl }: Digest): string {
  const items = notifications.map((one) =>
    [sentenceOf(one), ...(one.words ? [`  ${one.words}`] : []), `  ${origin}${sourcePath(one)}`].join('\n'),
  )
  return [
    `Hello ${handle},`,
    'this is new for you on Parallax.',
    ...items,
    ...(hasMore ? [`There is more: ${origin}/notifications`] : []),
    `-- \nWhat you are told of, and how often: ${origin}/settings/notifications\nNo more digests: ${unsubscribeUrl}`,
  ].join('\n\n')
}

function htmlOf({ handle, notifications, hasMore, origin, unsubscribeUrl }: Digest, count: string): string {
  const items = notifications.map((one) => {
    const link = `<a href="${escaped(origin + sourcePath(one))}">${escaped(one.subject.title)}</a>`
    const words = one.words ? `<br>${escaped(one.words)}` : ''
    return `<li><p>${escaped(one.actor.handle)} ${escaped(deedWords(one))} ${link}${words}</p></li>`
  })
  const more = hasMore ? `<p><a href="${escaped(origin)}/notifications">There is more.</a></p>` : ''
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Parallax: ${count}</title></head>
<body>
<p>Hello ${escaped(handle)}, this is new for you on Parallax.</p>
<ul>
${items.join('\n')}
</ul>
${more}
<p><small><a href="${escaped(origin)}/settings/notifications">What you are told of, and how often</a> ·
<a href="${escaped(unsubscribeUrl)}">No more digests</a></small></p>
</body>
</html>
`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
