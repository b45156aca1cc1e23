import type { Db } from '#db/open.ts'
import { type Subject, thingKey, versionsOf } from './activity.server.ts'

/** A thing that somebody shows, and the version that is shown; null for the one that stands. */
export interface Watched extends Subject {
  version: number | null
}

/** A thing has this version now. */
export interface Changed extends Subject {
  version: number
}

/** Who watches: told of each change, and once that nothing more will be told. */
export interface Listener {
  tell(changed: Changed): void
  end(): void
}

interface Watcher {
  shown: Map<string, Changed>
  listener: Listener
}

/** Tells whoever watches a thing that its version rose, whichever process wrote it. Looks at the database only while somebody watches: once per interval (ms), for everybody together. */
export class Watch {
  readonly #db: Db
  readonly #interval: number
  readonly #watchers = new Set<Watcher>()
  #timer: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(db: Db, interval = 250) {
    this.#db = db
    this.#interval = interval
  }

  get watchers(): number {
    return this.#watchers.size
  }

  /** Nothing is asked of the database. */
  get isIdle(): boolean {
    return this.#timer === undefined
  }

  /** Tells of every change from the version that is shown on, until the returned function is called. */
  async add(things: readonly Watched[], listener: Listener): Promise<() => void> {
    const now = await versionsOf(this.#db, things)
    const watcher: Watcher = { shown: new Map(), listener }
    for (const thing of things) {
      const version = now.get(thingKey(thing)) ?? 0
      watcher.shown.set(thingKey(thing), { ...thing, version })
      if (thing.version !== null && thing.version < version) listener.tell({ ...thing, version })
    }
    if (this.#isClosed) {
      listener.end()
      return () => {}
    }
    this.#watchers.add(watcher)
    this.#timer ??= this.#later()
    return () => this.#watchers.delete(watcher)
  }

  /** Ends all who watch, and from then on whoever comes. */
  close() {
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.#timer = undefined
    for (const { listener } of this.#watchers) listener.end()
    this.#watchers.clear()
  }

  #later(): NodeJS.Timeout {
    return setTimeout(() => void this.#look(), this.#interval)
  }

  async #look() {
    const shown = [...this.#watchers].flatMap((watcher) => [...watcher.shown.values()])
    const things = [...new Map(shown.map((thing) => [thingKey(thing), thing])).values()]
    // A database that does not answer is asked again: what was missed is in the versions.
    const now = await versionsOf(this.#db, things).catch(() => new Map<string, number>())
    for (const watcher of this.#watchers) this.#compare(watcher, now)
    this.#timer = this.#watchers.size > 0 && !this.#isClosed ? this.#later() : undefined
  }

  #compare({ shown, listener }: Watcher, now: Map<string, number>) {
    for (const [key, thing] of shown) {
      const version = now.get(key) ?? 0
      if (version <= thing.version) continue
      thing.version = version
      listener.tell({ kind: thing.kind, id: thing.id, version })
    }
  }
}
