import { titled } from '#app/http/found/head.ts'

export const meta = titled(
  'Keys',
  'The keys that work on each page: to move in threads and transcripts, to vote, to label.',
)

const inTranscript = [
  ['j', 'the next turn'],
  ['k', 'the turn before'],
  ['n', 'the next mark'],
  ['p', 'the mark before'],
  ['N', 'the next dispute'],
  ['P', 'the dispute before'],
  ['l', 'label the selected words or the mark; at a turn, choose words of it'],
  ['c', 'cite the selected words or the mark'],
] as const

const inThread = [
  ['j', 'the next comment'],
  ['k', 'the comment before'],
  ['n', 'the next comment that is new to you'],
  ['r', 'reply to the comment'],
  ['e', 'edit the comment, if it is yours'],
  ['u', 'say that it is worth reading, or take that back'],
  ['d', 'say that it is not, or take that back'],
] as const

const anywhere = [
  ['/', 'search'],
  ['?', 'this list'],
] as const

/** Also what `?` shows in a dialog: see app/ui/browser/keys.ts. */
export default function KeysPage() {
  return (
    <section className="column" id="keys">
      <h1 id="keys-heading">Keys</h1>
      <p>One key each, anywhere but in a field. They need JavaScript; everything can be done without them.</p>
      <KeyTable caption="In a transcript" keys={inTranscript} />
      <KeyTable caption="In a thread" keys={inThread} />
      <KeyTable caption="Anywhere" keys={anywhere} />
      <p className="actions">
        <button className="button quiet" type="button" data-keys="switch" hidden>
          Turn keys off
        </button>
        <button className="button" type="button" data-keys="close" hidden>
          Close
        </button>
      </p>
    </section>
  )
}

function KeyTable({ caption, keys }: { caption: string; keys: readonly (readonly [string, string])[] }) {
  return (
    <table>
      <caption>{caption}</caption>
      <tbody>
        {keys.map(([key, does]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
