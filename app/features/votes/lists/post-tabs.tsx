import { type PostsAsked, postOrders, postsPath, topWindows } from './post-order.ts'

const kinds = [
  [undefined, 'All'],
  ['essay', 'Essays'],
  ['question', 'Questions'],
  ['review', 'Reviews'],
  ['linkpost', 'Linkposts'],
] as const

const windows = { day: 'Day', week: 'Week', month: 'Month', year: 'Year', all: 'Ever' }

const orders = { hot: 'Hot', new: 'New', top: 'Top', active: 'Active', unanswered: 'Unanswered questions' }

/** In which order, of which time, of which kind. */
export function PostTabs({ asked }: { asked: PostsAsked }) {
  const { sort, of, kind } = asked
  return (
    <>
      <nav aria-label="Order of posts" className="tabs">
        {postOrders.map((one) => (
          <Tab
            key={one}
            to={{ ...asked, sort: one, kind: sort === 'unanswered' ? undefined : kind }}
            isHere={one === sort}
          >
            {orders[one]}
          </Tab>
        ))}
      </nav>
      {sort === 'top' ? (
        <nav aria-label="Time of posts" className="tabs">
          {topWindows.map((one) => (
            <Tab key={one} to={{ ...asked, of: one }} isHere={one === of}>
              {windows[one]}
            </Tab>
          ))}
        </nav>
      ) : null}
      {sort === 'unanswered' ? null : (
        <nav aria-label="Kinds of posts" className="tabs">
          {kinds.map(([one, words]) => (
            <Tab key={words} to={{ ...asked, kind: one }} isHere={one === kind}>
              {words}
            </Tab>
          ))}
        </nav>
      )}
    </>
  )
}

function Tab({ to, isHere, children }: { to: PostsAsked; isHere: boolean; children: string }) {
  return (
    <a href={postsPath(to)} aria-current={isHere ? 'page' : undefined}>
      {children}
    </a>
  )
}
