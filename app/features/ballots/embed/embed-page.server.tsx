import { renderToStaticMarkup } from 'react-dom/server'
import type { Claim } from '#app/features/claims/claim.ts'
import { counted } from '#app/ui/plain.tsx'
import { PlotAxis, PlotLanes, type Row, StandpointPlot } from '#app/ui/plots/standpoint-plot.tsx'
import type { Tally } from '../tally.ts'
import { axisEnds } from '../tally-words.ts'
import { embeddedRows } from './embed.ts'

interface Embedded {
  claim: Claim
  tally: Tally
  origin: string
  /** The address of the site's styles. */
  styles: string
}

/** A claim's plot as a page of its own for frames on other sites: what visitors see, nothing to send, and links that lead out of the frame. */
export function embedPage(embedded: Embedded): string {
  return `<!doctype html>${renderToStaticMarkup(<EmbedPage {...embedded} />)}`
}

function EmbedPage({ claim, tally, origin, styles }: Embedded) {
  const address = `${origin}/claims/${claim.id}`
  const { rows, hidden } = embeddedRows(claim, tally)
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="canonical" href={address} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styles} />
        <title>{`Where people stand: ${claim.statement}`}</title>
      </head>
      <body className="embed">
        <main>
          <h1 dir="auto">
            <a href={address} target="_blank" rel="noopener">
              {claim.statement}
            </a>
          </h1>
          <EmbeddedRows claim={claim} rows={rows} />
          <p className="meta">
            <span>
              {counted(tally.voters, 'member')} {tally.voters === 1 ? 'has' : 'have'} voted
            </span>
            <a href={address} target="_blank" rel="noopener">
              {hidden > 0 ? `${counted(hidden, 'more framing')} on Parallax` : 'On Parallax'}
            </a>
          </p>
        </main>
      </body>
    </html>
  )
}

function EmbeddedRows({ claim, rows }: { claim: Claim; rows: readonly Row[] }) {
  if (rows.length === 0) return <p>No framing yet.</p>
  return (
    <>
      <PlotAxis ends={axisEnds[claim.kind]} />
      {rows.map((row) => (
        <section key={row.id} className={`hue-${row.hue}`}>
          <h2>{row.name}</h2>
          <StandpointPlot row={row} />
          <PlotLanes row={row} />
        </section>
      ))}
      <p className="soft small">
        Share, 95&nbsp;% interval and how many judged; members chose to vote and are no sample.
      </p>
    </>
  )
}
