import { Empty, MemberLink, More } from '#app/ui/plain.tsx'
import { Time } from '#app/ui/time.tsx'
import { Wide } from '#app/ui/wide.tsx'
import { Part } from './part.tsx'

/** What a page is made of beside what people wrote. */
export function Places() {
  return (
    <Part id="places" title="Lists, notices, tables" says="An empty place says what belongs there, and the first step.">
      <div className="title-row">
        <h3>A list with its steps</h3>
        <a href="#places">Another list</a>
        <a className="button" href="#places">
          Add one
        </a>
      </div>
      <nav className="tabs" aria-label="Order">
        <a href="#places" aria-current="true">
          Newest
        </a>
        <a href="#places">Contested now</a>
      </nav>
      <ul className="list">
        {['What people wrote', 'And what they wrote before'].map((title) => (
          <li key={title}>
            <h3>
              <a href="#places">{title}</a>
            </h3>
            <p>A line or two of it, so that one knows whether to read it.</p>
            <p className="meta">
              <MemberLink handle="demo-wren" />
              <Time ms={Date.UTC(2026, 10, 21)} />
            </p>
          </li>
        ))}
      </ul>
      <More url="/styleguide" next="the-next-page" />
      <p className="notice">A notice: what there is to know, before one goes on.</p>
      <Empty href="#places" step="Write the first">
        Nothing was written yet. What belongs here is said in a sentence.
      </Empty>
      <Table />
      <Unfolding />
    </Part>
  )
}

function Table() {
  return (
    <Wide label="A table that may be wide">
      <table>
        <caption>Numbers stand under each other</caption>
        <thead>
          <tr>
            <th scope="col">Framing</th>
            <th scope="col" className="number">
              Share
            </th>
            <th scope="col" className="number">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">goal guarding</th>
            <td className="number">0.63</td>
            <td className="number">15</td>
          </tr>
        </tbody>
      </table>
    </Wide>
  )
}

function Unfolding() {
  return (
    <>
      <details open>
        <summary>What unfolds</summary>
        <p>Stands below its line.</p>
      </details>
      <dialog open aria-labelledby="a-dialog" className="guide-dialog">
        <h3 id="a-dialog">A dialog</h3>
        <p>Asks for one thing, and goes away by Escape.</p>
        <p className="actions">
          <button className="button" type="button">
            Close
          </button>
        </p>
      </dialog>
    </>
  )
}
