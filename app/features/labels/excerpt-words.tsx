import type { Excerpt } from '#app/features/transcripts/excerpt.ts'
import { turnAddress } from '#app/features/transcripts/transcript.ts'
import { roleWords } from '#app/features/transcripts/transcript-page.tsx'
import { shortened } from '#app/lib/text.ts'
import { counted, MemberLink } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { WordsInTurn } from './excerpt-page.server.ts'
import { LabelMark, TallyLine } from './label-chip.tsx'
import type { Labelling } from './labelling.ts'

type Place = Pick<Excerpt, 'transcriptId' | 'transcriptTitle' | 'model' | 'condition' | 'start' | 'end' | 'whole'>

/** The words, large, as they stand in their turns; for a whole transcript its title. */
export function ExcerptWords({ excerpt, turns }: { excerpt: Place; turns: WordsInTurn[] }) {
  if (excerpt.whole) return <WholeTranscript excerpt={excerpt} />
  const missing = excerpt.end.turn - excerpt.start.turn + 1 - turns.length
  return (
    <figure className="excerpt-words">
      {turns.map((words) => (
        <blockquote key={words.turn} className={`excerpt-turn ${words.role}`}>
          <p className="excerpt-speaker">
            <span>{words.speaker ?? roleWords[words.role]}</span>
            {words.speaker && words.speaker.toLowerCase() !== words.role ? <span>{roleWords[words.role]}</span> : null}
          </p>
          <p className="excerpt-text">
            <span className="around">{words.before}</span>
            <mark>{words.words}</mark>
            <span className="around">{words.after}</span>
          </p>
        </blockquote>
      ))}
      {missing > 0 ? <p className="soft">… and {counted(missing, 'more turn')}.</p> : null}
      <figcaption className="meta">
        <a href={turnAddress(excerpt.transcriptId, excerpt.start.turn)}>
          {excerpt.transcriptTitle}, turn {excerpt.start.turn}
        </a>
        <Facts excerpt={excerpt} />
      </figcaption>
    </figure>
  )
}

function WholeTranscript({ excerpt }: { excerpt: Place }) {
  return (
    <figure className="excerpt-words">
      <p className="excerpt-whole">
        <a href={`/transcripts/${excerpt.transcriptId}`}>{excerpt.transcriptTitle}</a>
      </p>
      <figcaption className="meta">
        <span>All of the transcript</span>
        <Facts excerpt={excerpt} />
      </figcaption>
    </figure>
  )
}

function Facts({ excerpt: { model, condition } }: { excerpt: Place }) {
  return (
    <>
      {model ? <span>{model}</span> : null}
      {condition ? <span>{condition}</span> : null}
    </>
  )
}

/** An excerpt in a list of those that carry a label, with how the votes stand there. */
export function ExcerptItem({
  excerpt,
  labelling,
  namesLabel = false,
}: {
  excerpt: Place & { id: string; words: string }
  labelling: Labelling
  /** Where the list is not of one label, each says which. */
  namesLabel?: boolean
}) {
  const { id, words, whole, transcriptTitle } = excerpt
  return (
    <li className="excerpt-item">
      <p className="excerpt-text">
        <a className="label-link" href={`/excerpts/${id}`}>
          {whole ? transcriptTitle : `“${words}”`}
        </a>
      </p>
      <p className="meta">
        {namesLabel ? (
          <a href={`/labels/${labelling.labelId}`}>
            <LabelMark labelId={labelling.labelId} /> {labelling.name}
          </a>
        ) : null}
        <TallyLine labelling={labelling} />
        <span>{whole ? 'all of the transcript' : transcriptTitle}</span>
        <Facts excerpt={excerpt} />
      </p>
    </li>
  )
}

/** What else one does with an excerpt: cite it, make another in its place since words once marked stay as they are, or give its address to somebody. */
export function ExcerptActions({ excerpt, address }: { excerpt: Place & { id: string }; address: string }) {
  const { id, transcriptId, start, whole } = excerpt
  return (
    <div className="excerpt-actions">
      <a className="button" href={`/posts/new?excerpt=${id}`}>
        Cite in a post
      </a>
      {whole ? null : (
        <a className="button quiet" href={`/transcripts/${transcriptId}/mark?turn=${start.turn}`}>
          Mark other words here
        </a>
      )}
      <div className="excerpt-address">
        <label htmlFor="address">Address</label>
        <input id="address" readOnly value={address} />
        <button className="button quiet" type="button" data-copy="address" hidden>
          Copy
        </button>
      </div>
      <p className="excerpt-forms">
        Elsewhere the address unfolds as a picture of the words with their tally. Also as{' '}
        <a href={`/annotations/${id}`}>Web Annotation</a>, <a href={`/api/v1/excerpts/${id}`}>JSON</a>,{' '}
        <a href={`/excerpts/${id}/picture.png`}>picture</a>
      </p>
    </div>
  )
}

interface Citing {
  type: 'post' | 'comment'
  id: string
  title: string | null
  words: string
  author: { handle: string }
  createdAt: number
  labelName: string | null
  note: string
}

/** Posts and comments that rest on an excerpt. */
export function CitedBy({ citations }: { citations: Citing[] }) {
  if (citations.length === 0) return <p className="soft">Nobody has cited these words yet.</p>
  return (
    <ul className="list cited-by">
      {citations.map(({ type, id, title, words, author, createdAt, labelName, note }) => (
        <li key={type + id}>
          <a href={`/${type}s/${id}`}>{title ?? (shortened(words, 90) || 'A comment')}</a>
          {note ? (
            <p className="small" dir="auto">
              {note}
            </p>
          ) : null}
          <p className="meta">
            <MemberLink handle={author.handle} />
            <Time ms={createdAt} />
            {labelName ? <span>as {labelName}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
