import { conflict, invalid, isRefusal } from '#app/lib/refusal.ts'
import type { ClaimGiven, Question } from './claim.ts'

/** Rows of a form that come in numbers: `standpoints.0.name`. */
export const standpointRows = 3
export const framingRows = 6

type Values = Readonly<Record<string, string>>

/** The numbers of the rows in which anything is typed. */
function filledRows(values: Values, name: string, rows: number): number[] {
  const numbers = Array.from({ length: rows }, (_, i) => i)
  return numbers.filter((i) => ['name', 'definition'].some((part) => values[`${name}.${i}.${part}`]?.trim()))
}

function rowsOf(values: Values, name: string, rows: number) {
  return filledRows(values, name, rows).map((i) => ({
    name: values[`${name}.${i}.name`] ?? '',
    definition: values[`${name}.${i}.definition`] ?? '',
    propositionId: values[`${name}.${i}.propositionId`] || null,
  }))
}

export const isOfFramings = (name: string) => name.startsWith('framings.')

const usualOfCases = 'what to call it'

/** The fields as a claim of the other kind begins with them: what a case asks unless one chooses is nothing that was typed. */
export const asOtherKind = ({ asks = '', ...values }: Values) => (asks === usualOfCases ? values : { ...values, asks })

export const withoutFramings = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !isOfFramings(name)))

/** The draft that a form's fields say; empty rows are left out. */
export function claimFromForm(values: Values): ClaimGiven {
  return {
    statement: values.statement ?? '',
    context: values.context,
    asks: (values.asks ?? '') as Question | '',
    settledBy: values.settledBy,
    variantOf: values.variantOf || null,
    differs: values.differs,
    standpoints: rowsOf(values, 'standpoints', standpointRows),
    framings: rowsOf(values, 'framings', framingRows),
  }
}

/** Refuses a claim much like others, which are shown then. */
export function refuseAlike(similar: readonly { id: string; statement: string }[]) {
  if (similar.length === 0) return
  const isOne = similar.length === 1
  throw conflict(isOne ? 'There is a claim much like this one.' : 'There are claims much like this one.', { similar })
}

/** Refuses a case without framings, and says with it where its statement is empty too. */
export function refuseWithoutFramings({ framings, statement }: ClaimGiven) {
  if (framings?.length !== 0) return
  const noFraming = 'A case is judged by at least one framing; without any it is a proposition.'
  throw invalid({
    ...(statement.trim() ? {} : { statement: 'This may not be empty.' }),
    'framings.0.name': noFraming,
  })
}

/** A refusal of such a draft with its fields named as they stand in the form, where rows may lie empty between others. */
export function asTyped(error: unknown, values: Values): unknown {
  if (!isRefusal(error) || error.kind !== 'invalid') return error
  const rows = {
    standpoints: filledRows(values, 'standpoints', standpointRows),
    framings: filledRows(values, 'framings', framingRows),
  }
  const typed = (field: string) =>
    field.replace(
      /^(standpoints|framings)\.(\d+)/,
      (_, name: 'standpoints' | 'framings', i) => `${name}.${rows[name][i]}`,
    )
  return invalid(Object.fromEntries(Object.entries(error.errors).map(([field, said]) => [typed(field), said])))
}
