import { checkSelectors, checkStates } from './selectors.ts'
import { type Faults, isObject, isText, isTime, isUri, type Json, listOf } from './values.ts'

/** What an annotation says (a body), or what it is about (a target). */
export type Side = 'body' | 'target'

const motivations =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  )
const isPurpose = (value: unknown) =>
  listOf(value).length > 0 && listOf(value).every((one) => motivations.includes(one as string))
const isDirection = (value: unknown) => ['ltr', 'rtl', 'auto'].includes(value as string)
const areTexts = (value: unknown) => listOf(value).length > 0 && listOf(value).every(isText)
export const areUris = (value: unknown) => listOf(value).length > 0 && listOf(value).every(isUri)
export const areAgents = (value: unknown) =>
  listOf(value).length > 0 && listOf(value).every((one) => isUri(one) || isObject(one))

/** Sections 3.2 and 4: an address, or an object that says what it is. `isItem`: one of a Choice. */
export function checkResource(given: unknown, path: string, side: Side, faults: Faults, isItem = false) {
  if (isText(given)) return isUri(given) || faults.say(path, 'This is no address; text goes into a TextualBody.')
  if (!isObject(given)) return faults.say(path, 'Expected an address or an object.')
  checkFacts(given, path, faults)
  if (given.type === 'Choice') return checkChoice(given, path, side, faults)
  if (given.items !== undefined) return faults.say(`${path}.items`, 'Only a Choice has items.')
  if (given.source !== undefined) return checkSpecific(given, path, faults)
  if (given.value !== undefined || listOf(given.type).includes('TextualBody'))
    return checkTextual(given, path, side, faults, isItem)
  if (!isUri(given.id)) return faults.say(`${path}.id`, 'Expected an address: this has no id, source or value.')
  if (given.purpose !== undefined)
    faults.say(`${path}.purpose`, 'A purpose goes with a source or a value, not with an id.')
}

function checkChoice(given: Json, path: string, side: Side, faults: Faults) {
  for (const key of ['id', 'value', 'source', 'purpose'])
    if (given[key] !== undefined) faults.say(`${path}.${key}`, 'A Choice has only items.')
  const { items } = given
  if (!Array.isArray(items) || items.length === 0)
    return faults.say(`${path}.items`, 'A Choice has a list of what to choose from.')
  items.forEach((item, place) => {
    checkResource(item, `${path}.items.${place}`, side, faults, true)
  })
}

const specific = ['purpose', 'selector', 'state', 'styleClass', 'renderedVia', 'scope']

function checkSpecific(given: Json, path: string, faults: Faults) {
  const { source } = given
  if (isObject(source)) {
    checkFacts(source, `${path}.source`, faults)
    const isPlain =
      isUri(source.id) && !['source', 'target', 'items', 'purpose'].some((key) => source[key] !== undefined)
    if (!isPlain) faults.say(`${path}.source`, 'A source is an address, or an object with its id.')
  } else if (!isUri(source)) faults.say(`${path}.source`, 'This is no address.')
  if (given.value !== undefined) faults.say(`${path}.value`, 'A value goes without a source.')
  if (given.id !== undefined && !isUri(given.id)) faults.say(`${path}.id`, 'This is no address.')
  if (!specific.some((key) => given[key] !== undefined))
    faults.say(path, `Beside its source this has one of ${specific.join(', ')}.`)
  if (given.selector !== undefined) checkSelectors(given.selector, `${path}.selector`, faults)
  if (given.state !== undefined) checkStates(given.state, `${path}.state`, faults)
}

function checkTextual(given: Json, path: string, side: Side, faults: Faults, isItem: boolean) {
  if (side === 'target') faults.say(path, 'A target is something with an address, not text of its own.')
  if (!isText(given.value)) faults.say(`${path}.value`, 'A TextualBody has one value, which is text.')
  if (given.id === undefined) return
  if (!isUri(given.id)) faults.say(`${path}.id`, 'This is no address.')
  if (isItem || given.purpose !== undefined) faults.say(`${path}.id`, 'A TextualBody with a purpose has no id.')
}

/** What anything may say of itself (sections 3.2.1 and 3.3), of the annotation as of its parts. */
export function checkFacts(given: Json, path: string, faults: Faults) {
  const unless = (keys: string, isRight: (value: unknown) => boolean, sentence: string) => {
    for (const key of keys.split(' ')) faults.unless(path, given, key, isRight, sentence)
  }
  unless('created modified generated', isTime, 'Expected one time, as 2026-11-21T12:00:00Z.')
  unless('rights via', areUris, 'Expected addresses.')
  unless('canonical', isUri, 'Expected one address.')
  unless('textDirection', isDirection, 'Expected one of ltr, rtl, auto.')
  unless('processingLanguage', isText, 'Expected one language.')
  unless('format language type accessibility styleClass', areTexts, 'Expected text.')
  unless('scope', areUris, 'Expected addresses.')
  unless(
    'renderedVia',
    (value) => listOf(value).every((one) => isUri(isObject(one) ? one.id : one)),
    'Expected addresses.',
  )
  unless('purpose', isPurpose, `Expected one of ${motivations.join(', ')}.`)
  unless('creator generator audience', areAgents, 'Expected an address or an object.')
}
