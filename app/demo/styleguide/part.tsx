import type { ReactNode } from 'react'

interface Props {
  id: string
  title: string
  says: string
  /** What has a margin beside it takes all of the page. */
  isWide?: boolean
  children: ReactNode
}

/** A part of the styleguide, and what to look at in it. */
export function Part({ id, title, says, isWide, children }: Props) {
  return (
    <section id={id} className={isWide ? 'guide-part transcript-page' : 'guide-part column'}>
      <h2>{title}</h2>
      <p className="soft">{says}</p>
      {children}
    </section>
  )
}
