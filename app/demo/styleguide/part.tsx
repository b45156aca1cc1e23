import type { ReactNode } from 'react'

/** A part of the styleguide, and what to look at in it. */
export function Part({ id, title, says, children }: { id: string; title: string; says: string; children: ReactNode }) {
  return (
    <section id={id} className="guide-part">
      <h2>{title}</h2>
      <p className="soft">{says}</p>
      {children}
    </section>
  )
}
