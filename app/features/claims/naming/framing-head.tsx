import { NamedText } from '#app/features/mentions/named-text.tsx'
import type { Framing } from '../framing.ts'

/** What a framing is called, who coined it and what it means. */
export function FramingHead({ framing }: { framing: Framing }) {
  return (
    <>
      <p className="meta">
        {framing.isBuiltIn ? 'The framing of every proposition' : 'Framing'}
        {framing.coinedBy ? <span>coined by {framing.coinedBy}</span> : null}
      </p>
      <h1 dir="auto">{framing.name}</h1>
      <p className="prose">
        <NamedText text={framing.definition} />
      </p>
    </>
  )
}
