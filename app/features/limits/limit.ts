/** So many points in so many seconds, for each of whom they are counted for. */
export interface Limit {
  name: string
  points: number
  seconds: number
  /** What there was too much of. */
  why: string
}

const [minute, hour, day] = [60, 3600, 86_400]

/** Fail to sign in. From one address, whatever the handle. */
export const failuresFrom: Limit = {
  name: 'sign-in-address',
  points: 60,
  seconds: hour,
  why: 'Too many attempts to sign in came from your network.',
}

/** As this handle, from one address. */
export const failuresAsFrom: Limit = {
  name: 'sign-in-both',
  points: 8,
  seconds: 10 * minute,
  why: 'Too many attempts to sign in with this handle.',
}

/** As this handle, from anywhere but where its member signed in before: who guesses from many places cannot keep the member out. */
export const failuresAs: Limit = {
  name: 'sign-in-handle',
  points: 50,
  seconds: hour,
  why: 'Too many attempts to sign in with this handle.',
}

/** Where a member signed in before, kept as a count that nothing is taken from. */
export const signedInFrom: Limit = { name: 'signed-in', points: 1, seconds: 60 * day, why: '' }

/** A class, or a conference, joins from one address. */
export const joiningFrom: Limit = {
  name: 'join',
  points: 60,
  seconds: hour,
  why: 'Many people joined from your network just now.',
}

/** Ask to sign in with a passkey, from one address: each asking is kept for some minutes. */
export const passkeysFrom: Limit = {
  name: 'passkeys',
  points: 60,
  seconds: 10 * minute,
  why: 'Too many attempts to sign in came from your network.',
}

/** Texts that visitors paste, to be published later: each is kept for a day. A class pastes from one address, too. */
export const pastingFrom: Limit = {
  name: 'paste',
  points: 120,
  seconds: hour,
  why: 'Many texts were pasted from your network just now.',
}

/** Letters that are asked for, from one address and to one member. */
export const lettersFrom: Limit = {
  name: 'letters',
  points: 20,
  seconds: hour,
  why: 'Many letters were asked for from your network.',
}
export const lettersTo: Limit = {
  name: 'letters-to',
  points: 5,
  seconds: hour,
  why: 'A letter was sent several times.',
}

export type Written = 'post' | 'comment'

const perDay = (name: string, points: number, why: string): Limit => ({ name, points, seconds: day, why })

/** What newcomers write in a day, and what everybody else does. */
export const writing: Record<'newcomer' | 'regular', Record<Written, Limit>> = {
  newcomer: {
    post: perDay('post', 3, 'New members write 3 posts a day.'),
    comment: perDay('comment', 20, 'New members write 20 comments a day.'),
  },
  regular: {
    post: perDay('post', 30, 'Members write 30 posts a day.'),
    comment: perDay('comment', 300, 'Members write 300 comments a day.'),
  },
}

export type Costly = 'search' | 'suggestions' | 'export' | 'picture'

/** What costs the site work, by address; and all that one token asks for. Each process counts for itself. */
export const work: Record<Costly | 'token', Limit> = {
  search: { name: 'search', points: 120, seconds: minute, why: 'Too many searches came from your network.' },
  suggestions: { name: 'suggestions', points: 600, seconds: minute, why: 'Too much was typed from your network.' },
  export: { name: 'export', points: 60, seconds: 10 * minute, why: 'Too many downloads came from your network.' },
  picture: {
    name: 'picture',
    points: 240,
    seconds: minute,
    why: 'Too many pictures were asked for from your network.',
  },
  token: { name: 'token', points: 1200, seconds: minute, why: 'Too many requests came with this token.' },
}
