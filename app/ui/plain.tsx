import type { ReactNode } from 'react'
import type { State } from '#app/lib/statistics.ts'

/** What belongs in an empty place, and the first step to it. */
export function Empty({ children, href, step }: { children: ReactNode; href?: string; step?: string }) {
  return (
    <div className="empty">
      <p>{children}</p>
      {href ? (
        <p>
          <a className="button" href={href}>
            {step}
          </a>
        </p>
      ) : null}
    </div>
  )
}

export function MemberLink({ handle }: { handle: string }) {
  return (
    <a className="member" href={`/members/${handle}`}>
      {handle}
    </a>
  )
}

const stateTitles: Record<State, string> = {
  open: 'Open: too few, or leaning',
  settled: 'Settled: at least five, clearly to one side',
  contested: 'Contested: at least five, three in ten or more against the rest',
}

/** Whether people agree on it: one sign for labels, framings and claims. */
export function StateSign({ state, words = state }: { state: State; words?: string }) {
  return (
    <span className={`state ${state}`} title={stateTitles[state]}>
      {words}
    </span>
  )
}

/** "1 comment", "3 comments". */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`
}

/** The way to the next page of a list that pages by cursor. */
export function More({ url, next }: { url: string; next: string | null }) {
  if (!next) return null
  const joiner = url.includes('?') ? '&' : '?'
  return (
    <p className="more">
      <a href={`${url}${joiner}cursor=${encodeURIComponent(next)}`}>More</a>
    </p>
  )
}
