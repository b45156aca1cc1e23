import * as v from 'valibot'
import { type Facts, factFields } from '#app/features/concepts/facts.ts'
import { parse } from '#app/lib/validation.ts'

/** Facts as forms would take them: pages make links of some. */
export const checkedFacts = (facts: Facts): Facts => parse(v.object(factFields), facts) as Facts
