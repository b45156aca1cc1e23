import { type Load, load } from '../http/load.ts'
import type { Served } from '../http/processes.ts'
import { compare, rowAgainst } from '../measure.ts'
import type { Part } from '../site.ts'
import { beside } from './comparing.ts'
import { type ForumCopy, forumOf } from './forum-site.ts'
import { asking, type Deed, deedsIn } from './writing.ts'

const few = 1000
const mostMemory = 400

interface Side {
  served: Served
  forum: ForumCopy
}

/** What costs the same however much there is: time of one, so that a large site's is compared with a small one's. */
export const growing: Part = {
  name: 'growing',
  async *rows(comments) {
    if (comments <= few) return
    const [large, small] = [await forumOf(comments), await forumOf(few)]
    yield* beside(large.url, async function* ({ served }) {
      yield* beside(small.url, async function* (other) {
        const sides: [Side, Side] = [
          { served, forum: large },
          { served: other.served, forum: small },
        ]
        yield* rowsOf(sides)
        yield rowAgainst('memory of the server, to 400 MB', 'MB', [served.memory()], mostMemory)
      })
    })
  },
}

async function* rowsOf(sides: [Side, Side]) {
  // A page anew each time: a parameter that nobody reads makes it another address.
  const page = ({ served, forum }: Side): Loading => {
    let n = 0
    return (during) => load(served.address, () => [{ path: `/posts/${forum.postId}?n=${n++}` }], { during })
  }
  yield await growth('a page of the thread, made anew', [page(sides[0]), page(sides[1])])
  const [there, here] = [deedsIn(sides[0].forum), deedsIn(sides[1].forum)]
  for (const [i, deed] of there.entries())
    yield await growth(deed.name, [asking(deed, sides[0].served), asking(here[i] as Deed, sides[1].served)])
}

type Loading = (during: number) => Promise<Load>

/** What one request takes where there is much, to where there is little. */
async function growth(what: string, [large, small]: readonly [Loading, Loading]) {
  await large(500)
  await small(500)
  const perRequest = async (loading: Loading) => 1000 / (await loading(1000)).perSecond
  return compare({
    name: `growth: ${what}`,
    unit: 'ms',
    measure: () => perRequest(large),
    reference: () => perRequest(small),
  })
}
