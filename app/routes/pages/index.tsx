import type { MetaFunction } from '@remix-run/node'

export const meta: MetaFunction = () => [{ title: 'Parallax' }]

export default function Front() {
  return (
    <section className="column">
      <h1>What did the model do, and what should we call it?</h1>
    </section>
  )
}
