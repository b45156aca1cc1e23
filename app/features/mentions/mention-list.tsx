import { counted, MemberLink, More } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Mention, Mentions } from './mentions.server.ts'

interface SectionProps {
  mentions: Mentions
  /** Where the list goes on: the page's address with `mentions` in its query. */
  url: string
}

/** What mentions a thing, the newest first, each with the sentence. Left out where nothing does. */
export function MentionedIn({ mentions: { count, items, next }, url }: SectionProps) {
  if (count === 0) return null
  return (
    <section id="mentioned-in">
      <h2>{`Mentioned in ${counted(count, 'text')}`}</h2>
      <MentionList mentions={items} />
      <More url={url} next={next} />
    </section>
  )
}

export function MentionList({ mentions }: { mentions: readonly Mention[] }) {
  return (
    <ul className="list mentions">
      {mentions.map((one) => (
        <li key={`${one.kind} ${one.id}`}>
          <p className="meta">
            <a href={`/${one.kind}s/${one.id}`}>{one.title || `A ${one.kind}`}</a>
            <span>{one.kind}</span>
            {one.handle ? <MemberLink handle={one.handle} /> : null}
            <Time ms={one.at} />
          </p>
          {one.sentence.length > 0 ? (
            <p className="small">
              <Sentence pieces={one.sentence} />
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Sentence({ pieces }: { pieces: Mention['sentence'] }) {
  const at = pieces.findIndex(({ isName }) => isName)
  const words = (some: Mention['sentence']) => some.map(({ text }) => text).join('')
  return (
    <>
      {words(pieces.slice(0, at))}
      <mark>{pieces[at]?.text}</mark>
      {words(pieces.slice(at + 1))}
    </>
  )
}
