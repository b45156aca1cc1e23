import { renderToStaticMarkup } from 'react-dom/server'
import { dayOf, now } from '#app/lib/clock.ts'
import type { Db } from '#db/open.ts'
import { excerptsOf } from '../excerpts.server.ts'
import type { MarginSlots } from '../reading/margin.tsx'
import { sizesOf, turnsAt } from '../reading/reading.server.ts'
import { Turns } from '../reading/turns.tsx'
import { partsOf, type TranscriptFacts } from '../transcript.ts'
import { TranscriptFactList } from '../transcript-page.tsx'
import { findTranscriptFacts } from '../transcripts.server.ts'
import { exportStyles } from './export-styles.ts'

/** What the margin says of some excerpts. */
export type SlotsOf = (excerptIds: string[]) => Promise<Pick<MarginSlots, 'marginFor' | 'signOf'>>

/** A transcript with its marks as one HTML file that needs nothing else, part by part: no script, styles within, links to the site where it came from. */
export async function* exportedPage(db: Db, origin: string, id: string, slotsOf: SlotsOf): AsyncGenerator<string> {
  const transcript = await findTranscriptFacts(db, id)
  yield headOf(transcript, origin)
  const sizes = await sizesOf(db, id)
  const starts = partsOf(sizes.map(({ length }) => length))
  for (const [part, from] of starts.entries()) {
    const to = starts[part + 1] ?? sizes.length
    const numbers = sizes.slice(from, to).map(({ position }) => position)
    const excerpts = await excerptsOf(db, id, { from, to })
    const slots = await slotsOf(excerpts.map((excerpt) => excerpt.id))
    const turns = (
      <Turns {...slots} transcriptId={id} turns={await turnsAt(db, id, numbers)} excerpts={excerpts} isFile />
    )
    yield led(renderToStaticMarkup(turns), origin, id)
  }
  yield '</main></body></html>\n'
}

/** Links to turns stay within the file, all others lead to the site. Text cannot be taken for a link: its quotes are escaped. */
function led(html: string, origin: string, id: string): string {
  return html
    .replaceAll(new RegExp(`href="/transcripts/${id}(\\?from=\\d+)?#t-`, 'g'), 'href="#t-')
    .replaceAll('href="/', `href="${origin}/`)
}

const policy = "default-src 'none'; style-src 'unsafe-inline'"

function headOf(transcript: TranscriptFacts, origin: string): string {
  const address = `${origin}/transcripts/${transcript.id}`
  const head = renderToStaticMarkup(
    <>
      <h1 dir="auto">{transcript.title}</h1>
      <TranscriptFactList transcript={transcript} />
      <p className="meta">
        Saved on {dayOf(now())} from <a href={address}>{address}</a>, with the marks and votes of that day. Marked words
        lead to their page there.
      </p>
    </>,
  )
  const title = renderToStaticMarkup(<title>{transcript.title}</title>)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">${title}<style>${exportStyles}</style></head><body><main>${head}\n`
}
