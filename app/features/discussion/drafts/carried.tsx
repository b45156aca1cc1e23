import type { RefusedForm } from '#app/http/refusals.server.ts'
import { carriedIn, carriedName } from './carried.ts'

/** What was typed before signing in, within the form that signs in: it becomes a draft where it was sent to. Shown in one form of a page; others take it along unseen. */
export function Carried({ refused, isUnseen }: { refused: RefusedForm | undefined; isUnseen?: boolean }) {
  const typed = carriedIn(refused?.values ?? {})
  const words = [typed.title, typed.body].filter(Boolean).join('\n\n')
  return (
    <>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={carriedName(name)} value={value} autoComplete="off" />
      ))}
      {words && !isUnseen ? (
        <details>
          <summary>What you typed</summary>
          <pre className="source">{words}</pre>
        </details>
      ) : null}
    </>
  )
}

/** The way from signing in to joining, or back, which brings along what was typed. */
export function CarriedAlong({
  refused,
  to,
  children,
}: {
  refused: RefusedForm | undefined
  to: string
  children: string
}) {
  const isEmpty = Object.keys(carriedIn(refused?.values ?? {})).length === 0
  if (isEmpty) return <a href={to}>{children}</a>
  return (
    <form method="post" action={to} className="inline">
      <Carried refused={refused} isUnseen />
      <button className="button quiet" type="submit">
        {children}
      </button>
    </form>
  )
}
