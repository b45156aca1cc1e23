import { Fragment } from 'react'
import { unnamedPath } from './name.ts'

const named = /(\[\[[^[\]\n|]{1,300}(?:\|[^[\]\n|]{1,300})?\]\])/

/** Plain text in which [[names]] are links to what is called so, found when somebody follows them. */
export function NamedText({ text }: { text: string }) {
  return text.split(named).map((piece, at) => {
    const key = `${at}${piece}`
    if (at % 2 === 0) return <Fragment key={key}>{piece}</Fragment>
    const [name = '', words = name.replace(/^(label|framing|concept):\s*/i, '')] = piece.slice(2, -2).split('|')
    return (
      <a key={key} href={unnamedPath(name.trim())}>
        {words.trim()}
      </a>
    )
  })
}
