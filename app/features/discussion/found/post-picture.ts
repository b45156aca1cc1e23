import { lengthOf, shortened } from '#app/lib/text.ts'
import { type Box, box, colours, hues, sheet } from '#app/ui/picture/boxes.ts'
import { withNotes } from '#app/ui/picture/undrawn.ts'
import type { Cards } from '../arguments/evidence.server.ts'
import type { Post } from '../post.ts'

/** What a picture of a post shows: its title, who wrote it, and the first thing that it rests on. */
export interface PicturedPost {
  title: string
  by: string
  kind: string
  /** Words that it cites, with the label that it relies on. */
  cited: { words: string; from: string; label: string | null } | null
  /** The claim that it argues on, and for or against which framing. */
  argued: { how: string; framing: string; hue: number; statement: string } | null
}

export function picturedPost(post: Post, cards: Cards): PicturedPost {
  const { title, kind, evidence, bearing } = post
  const [first] = evidence
  const card = first && cards[first.excerptId]
  return {
    title: post.isDeleted ? 'Deleted post' : title,
    by: [post.author, ...post.coAuthors].map(({ handle }) => handle).join(', '),
    kind,
    cited: card
      ? {
          words: card.isWhole ? card.transcriptTitle : shortened(card.exact, 400),
          from: card.model ? `${card.transcriptTitle}, ${card.model}` : card.transcriptTitle,
          label: first.labelName,
        }
      : null,
    argued: bearing
      ? {
          how: bearing.direction,
          framing: bearing.framingName,
          hue: bearing.hue,
          statement: bearing.claimStatement,
        }
      : null,
  }
}

export function postPicture({ title, by, kind, cited, argued }: PicturedPost, undrawn: ReadonlySet<string>): Box {
  const noted = (text: string) => withNotes(text, undrawn)
  const rests = cited ? [citedBox(cited, noted)] : argued ? [arguedBox(argued, noted)] : []
  const said = `${kind[0]?.toUpperCase()}${kind.slice(1)} by ${shortened(noted(by), 60)}`
  const from = cited ? `rests on ${shortened(noted(cited.from), 70)}` : ''
  return sheet([titleBox(noted(title), said, rests.length > 0), ...rests], from)
}

function titleBox(title: string, said: string, isTop: boolean): Box {
  const text = shortened(title, 140)
  const length = lengthOf(text)
  const fontSize = length < 50 ? 60 : length < 100 ? 50 : 42
  return box({ flexDirection: 'column', justifyContent: isTop ? 'flex-start' : 'center', flexGrow: 1, flexShrink: 0 }, [
    box({ color: colours.ink, fontSize, fontWeight: 600, lineHeight: 1.15, wordBreak: 'break-word' }, text),
    box({ color: colours.soft, fontSize: 28, paddingTop: 14 }, said),
  ])
}

const panel = (colour: string, parts: Box[]): Box =>
  box(
    {
      ...{
        flexDirection: 'column',
        gap: 12,
        padding: '18px 26px',
        marginBottom: 24,
        flexShrink: 1,
        overflow: 'hidden',
      },
      ...{ background: colours.raised, border: `1px solid ${colours.rule}`, borderLeft: `6px solid ${colour}` },
    },
    parts,
  )

function citedBox({ words, label }: NonNullable<PicturedPost['cited']>, noted: (text: string) => string): Box {
  const text = shortened(noted(words), 260)
  const fontSize = lengthOf(text) < 120 ? 34 : 28
  const name = label ? [box({ color: colours.accent, fontSize: 25, fontWeight: 600 }, shortened(noted(label), 60))] : []
  return panel(colours.accent, [
    box({ color: colours.ink, fontSize, lineHeight: 1.3, wordBreak: 'break-word' }, `“${text}”`),
    ...name,
  ])
}

function arguedBox(argued: NonNullable<PicturedPost['argued']>, noted: (text: string) => string): Box {
  const { how, framing, hue, statement } = argued
  const colour = hues[hue] as string
  return panel(colour, [
    box({ fontSize: 28, gap: 10 }, [
      box({ color: colours.soft }, how),
      box({ color: colour, fontWeight: 600 }, shortened(noted(framing), 50)),
    ]),
    box({ color: colours.ink, fontSize: 32, lineHeight: 1.25 }, shortened(noted(statement), 150)),
  ])
}
