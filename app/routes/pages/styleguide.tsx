import type { LinksFunction } from '@remix-run/node'
import { Colours, Rhythm } from '#app/demo/styleguide/colours.tsx'
import { Forms } from '#app/demo/styleguide/forms.tsx'
import { Places } from '#app/demo/styleguide/places.tsx'
import { Plots } from '#app/demo/styleguide/plots.tsx'
import styles from '#app/demo/styleguide/styleguide.css?url'
import { Type } from '#app/demo/styleguide/type.tsx'
import { Comment, Labels, MarkedWords } from '#app/demo/styleguide/words.tsx'
import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notFound } from '#app/lib/refusal.ts'

export const meta = titled('Styleguide')

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]

/** For those who build the site: elsewhere there is no such page. */
export const loader = pageLoader(async ({ env }) => {
  if (env.STYLEGUIDE === 'off') throw notFound('page')
  return null
})

const parts = [
  ['type', 'Type'],
  ['rhythm', 'Rhythm'],
  ['colours', 'Colours'],
  ['forms', 'Buttons and forms'],
  ['places', 'Lists, notices, tables'],
  ['label-parts', 'Labels'],
  ['marked', 'Marked words'],
  ['comment', 'A comment'],
  ['plots', 'Plots'],
] as const

export default function Styleguide() {
  return (
    <>
      <div className="column">
        <h1>Styleguide</h1>
        <p>Every component as the site has it: change it where it stands, and it changes here.</p>
        <nav className="on-this-page" aria-label="On this page">
          <ul>
            {parts.map(([id, name]) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <Type />
      <Rhythm />
      <Colours />
      <Forms />
      <Places />
      <Labels />
      <MarkedWords />
      <Comment />
      <Plots />
    </>
  )
}
