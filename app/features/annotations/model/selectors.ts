import { type Faults, isCount, isObject, isText, isTime, isUri, type Json, listOf } from './values.ts'

type Check = (given: Json, path: string, faults: Faults) => void

/** Members that a kind of selector or state must have, and what they must be. */
function having(members: Record<string, [isRight: (value: unknown) => boolean, what: string]>): Check {
  return (given, path, faults) => {
    for (const [key, [isRight, what]] of Object.entries(members)) {
      const isOptional = key.endsWith('?')
      const name = key.replace('?', '')
      if (given[name] === undefined && isOptional) continue
      if (!isRight(given[name])) faults.say(`${path}.${name}`, `A ${given.type} has this: ${what}.`)
    }
  }
}

const value = having({ value: [isText, 'text'] })
const positions = having({
  start: [isCount, 'a whole number from 0'],
  end: [isCount, 'a whole number from 0'],
})

// Section 4.2 of the Web Annotation Data Model.
const selectors: Record<string, Check> = {
  FragmentSelector: having({ value: [isText, 'text'], 'conformsTo?': [isUri, 'an address'] }),
  CssSelector: value,
  XPathSelector: value,
  TextQuoteSelector: having({ exact: [isText, 'text'], 'prefix?': [isText, 'text'], 'suffix?': [isText, 'text'] }),
  TextPositionSelector: positions,
  DataPositionSelector: positions,
  SvgSelector(given, path, faults) {
    const isRight = given.value === undefined ? isUri(given.id) : isText(given.value) && given.id === undefined
    if (!isRight) faults.say(path, 'An SvgSelector has a value or an id.')
  },
  RangeSelector(given, path, faults) {
    for (const end of ['startSelector', 'endSelector']) {
      const isPlain = isObject(given[end]) && given[end].type !== 'RangeSelector' && given[end].type !== undefined
      if (isPlain) checkKind(given[end] as Json, `${path}.${end}`, faults, selectors)
      else faults.say(`${path}.${end}`, 'A RangeSelector begins and ends with a selector that is no range.')
    }
  },
}

// Section 4.3: what the resource was like.
const states: Record<string, Check> = {
  HttpRequestState: value,
  TimeState(given, path, faults) {
    const { sourceDate, sourceDateStart, sourceDateEnd, cached } = given
    const isSpan = sourceDate === undefined && isTime(sourceDateStart) && isTime(sourceDateEnd)
    const isDate = sourceDate !== undefined && listOf(sourceDate).length > 0 && listOf(sourceDate).every(isTime)
    const isOne = isSpan || (isDate && sourceDateStart === undefined && sourceDateEnd === undefined)
    if (!isOne) faults.say(path, 'A TimeState has a sourceDate, or a sourceDateStart and a sourceDateEnd.')
    if (cached !== undefined && !isUri(cached)) faults.say(`${path}.cached`, 'This is no address.')
  },
}

/** One selector or several; a string is the address of one. */
export const checkSelectors = (given: unknown, path: string, faults: Faults) =>
  checkEach(given, path, faults, selectors)
export const checkStates = (given: unknown, path: string, faults: Faults) => checkEach(given, path, faults, states)

function checkEach(given: unknown, path: string, faults: Faults, kinds: Record<string, Check>) {
  const all = listOf(given)
  if (all.length === 0) faults.say(path, 'This list is empty.')
  all.forEach((one, place) => {
    const own = Array.isArray(given) ? `${path}.${place}` : path
    if (isObject(one)) checkKind(one, own, faults, kinds)
    else if (!isUri(one)) faults.say(own, 'This is neither an address nor an object.')
  })
}

function checkKind(given: Json, path: string, faults: Faults, kinds: Record<string, Check>) {
  const { type, id, refinedBy } = given
  const check = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (check) check(given, path, faults)
  else if (!isUri(id)) faults.say(`${path}.type`, `Expected one of ${Object.keys(kinds).join(', ')}.`)
  if (refinedBy !== undefined) checkEach(refinedBy, `${path}.refinedBy`, faults, { ...selectors, ...states })
}
