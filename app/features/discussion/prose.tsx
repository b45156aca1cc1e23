import { createContext, type ReactNode, useContext } from 'react'
import { type Piece, piecesOf } from '#app/lib/markdown/cards.ts'
import { ProseHtml } from '#app/ui/prose.tsx'
import type { LinkedCards } from './links/linked-card.ts'
import { LinkedThing } from './links/linked-thing.tsx'

const Given = createContext<LinkedCards>({})

/** Gives all prose within what `cardsInProse` found for it. */
export function ProseCards({ cards, children }: { cards: LinkedCards; children: ReactNode }) {
  return <Given.Provider value={cards}>{children}</Given.Provider>
}

/** What a member wrote, as it is read: an address of this site alone in its paragraph is a card, where there is one for it, and else a link. */
export function Prose({ html, cards }: { html: string; cards?: LinkedCards }) {
  const given = useContext(Given)
  const all = cards ?? given
  const isDrawn = (piece: Piece) => 'card' in piece && piece.card in all
  const pieces = piecesOf(html)
  if (!pieces.some(isDrawn)) return <ProseHtml className="prose" html={html} />
  return (
    <div className="prose">
      {pieces.map((piece, n) => {
        const card = 'card' in piece ? all[piece.card] : undefined
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never move
        return card ? <LinkedThing key={n} card={card} /> : <ProseHtml key={n} html={piece.html} />
      })}
    </div>
  )
}
