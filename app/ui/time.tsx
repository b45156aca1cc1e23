// As the reader's browser writes both, see browser/local.ts.
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** A kept time: the exact one for machines and on hover, the day to read. */
export function Time({ ms }: { ms: number }) {
  const iso = new Date(ms).toISOString()
  const words = day.format(ms)
  return (
    <time dateTime={iso} title={`${iso.slice(0, 16).replace('T', ' ')} UTC`}>
      {words}
    </time>
  )
}

/** A number that may be large. */
export function Count({ n }: { n: number }) {
  return <data value={n}>{n.toLocaleString('en')}</data>
}
