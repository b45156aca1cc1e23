/** What nobody finds anything by: what is for whoever does something, what is somebody's own, what costs work, and the same things once more in another form or order. */
const notCrawled = [
  ...['/search?', '/named', '/near', '/suggestions', '/sign-in', '/sign-out', '/join', '/letters/', '/unsubscribe/'],
  ...['/settings', '/drafts', '/notifications', '/follows', '/imports', '/votes', '/flags/', '/attributions'],
  ...['/moderation', '/labels/queue', '/posts/mine', '/removed', '/members/*/removal', '/members/*/silence'],
  ...['/*/new$', '/*/new?', '/*/edit', '/*/merge', '/*/mark', '/*/redact', '/*/history', '/*/another'],
  ...['/api/v1/', '/annotations/', '/collections/*/download', '/map/*.csv', '/map/*.jsonld', '/claims/*/still'],
  ...[
    '/claims/*.csv',
    '/claims/*.json',
    '/transcripts/*/raw.txt',
    '/transcripts/*/export.html',
    '/transcripts/*/beside',
  ],
  ...['/*?*sort=', '/*?*seed=', '/*?*q='],
]

const crawledAll = ['/moderation/log']

/** What robots are asked to leave, and where everything else is listed. */
export function robotsText(origin: string): string {
  const lines = [...crawledAll.map((path) => `Allow: ${path}`), ...notCrawled.map((path) => `Disallow: ${path}`)]
  return `User-agent: *\n${lines.join('\n')}\n\nSitemap: ${origin}/sitemap.xml\n`
}
