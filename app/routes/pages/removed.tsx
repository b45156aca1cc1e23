import { titled } from '#app/http/found/head.ts'

export const meta = titled('The account is removed')

export default function Removed() {
  return (
    <section className="column">
      <h1>The account is removed</h1>
      <p>Name, address and password are gone, and you are signed out. Votes and texts follow within some minutes.</p>
      <p>
        <a href="/">To the front page</a>
      </p>
    </section>
  )
}
