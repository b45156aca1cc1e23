import { invalid } from '#app/lib/refusal.ts'
import { checkFacts, checkResource, type Side } from './resources.ts'
import { checkKeepable, Faults, isObject, isText, isUri, type Json, listOf } from './values.ts'

/** An annotation as the Web Annotation Data Model of the W3C has it, in JSON-LD. */
export type Annotation = Json

export const vocabulary = 'http://www.w3.org/ns/anno.jsonld'
const mostParts = 50
const mostLength = 200_000

/** Refuses what breaks a MUST of the model, each fault by where it stands. The id may be left out: the server gives one. */
export function checkAnnotation(given: Json) {
  const faults = new Faults()
  checkKeepable(given, faults)
  if (!faults.areAny && JSON.stringify(given).length > mostLength)
    faults.say('body', 'An annotation has at most 200,000 characters.')
  if (!faults.areAny) checkParts(given, faults)
  if (faults.areAny) throw invalid(faults.errors)
}

function checkParts(given: Json, faults: Faults) {
  if (!listOf(given['@context']).includes(vocabulary)) faults.say('@context', `Expected ${vocabulary}.`)
  if (!listOf(given.type).includes('Annotation')) faults.say('type', 'Expected Annotation.')
  faults.unless('', given, 'id', isUri, 'An annotation has one id, which is an address.')
  faults.unless('', given, 'bodyValue', isText, 'Expected text.')
  if (given.body !== undefined && given.bodyValue !== undefined)
    faults.say('bodyValue', 'An annotation has a body or a bodyValue, not both.')
  faults.unless(
    '',
    given,
    'motivation',
    (value) => listOf(value).length > 0 && listOf(value).every(isText),
    'Expected text.',
  )
  checkFacts(given, '', faults)
  checkSide(given, 'body', faults)
  if (given.target === undefined) faults.say('target', 'This is missing: what is the annotation about?')
  else checkSide(given, 'target', faults)
  const hasClass = (side: Side) => listOf(given[side]).some((one) => isObject(one) && one.styleClass !== undefined)
  if (given.stylesheet === undefined && (hasClass('body') || hasClass('target')))
    faults.say('stylesheet', 'This is missing: a styleClass names a class of it.')
}

function checkSide(given: Json, side: Side, faults: Faults) {
  const value = given[side]
  if (value === undefined) return
  if (!Array.isArray(value)) return checkResource(value, side, side, faults)
  if (value.length === 0 || value.length > mostParts) faults.say(side, `Expected 1 to ${mostParts} of these.`)
  value.forEach((one, place) => {
    checkResource(one, `${side}.${place}`, side, faults)
  })
}
