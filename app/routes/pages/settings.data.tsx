import { titled } from '#app/http/found/head.ts'
import { pageLoader } from '#app/http/page.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

export const meta = titled('Your data')

export const loader = pageLoader(async ({ member }) => {
  if (!member) throw notSignedIn()
  return null
})

export default function OwnData() {
  return (
    <section className="column">
      <h1>Your data</h1>
      <div className="prose">
        <p>
          One JSON document with all that this site keeps of you: your account and mail; what you wrote, with every
          earlier wording, and your drafts; your votes, ballots and label votes with reasons and history; whom you
          follow and do not want to hear; notifications and settings; when you signed in; the names of your tokens; your
          pictures.
        </p>
        <p>
          It says what it leaves out, and why: such as your password, of which a scrambled form alone is kept, and what
          others chose about you.
        </p>
      </div>
      <p>
        <a className="button" href="/settings/data/file" download>
          Download my data
        </a>
      </p>
      <p className="small soft">Keep it where nobody else reads it: your ballots and drafts are in it.</p>
    </section>
  )
}
