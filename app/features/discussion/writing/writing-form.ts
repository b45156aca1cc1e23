import * as v from 'valibot'
import { type FieldErrors, notFound } from '#app/lib/refusal.ts'
import { id } from '#app/lib/validation.ts'
import { type Bearing, type BearingDraft, type Evidence, mostEvidence } from '../bearing.ts'
import { type CommentDraft, isSubjectKind } from '../comment.ts'
import type { LinkedCards } from '../links/linked-card.ts'
import type { PostDraft, PostKind, ReviewWords } from '../post.ts'

/** What a form for writing holds, by the names of its fields; they are the names that refusals use. */
export type Values = Record<string, string>

/** What a writing page is shown with when its form was sent without being published. */
export interface Typed {
  values: Values
  claimId: string
  /** The rendered body, where a preview was asked for. */
  preview?: string
  /** The cards in it. */
  linked?: LinkedCards
}

const partsOf = ['excerptId', 'labelId', 'note'] as const

/** How many rows for evidence are shown: those that are filled and one more. */
export function rowsIn(values: Values): number {
  const filled = Array.from({ length: mostEvidence }, (_, n) => n).filter((n) => isFilled(values, n))
  return Math.min(mostEvidence, (filled.at(-1) ?? -1) + 2)
}

const isFilled = (values: Values, n: number) => partsOf.some((part) => values[`evidence.${n}.${part}`]?.trim())

/** The id in an excerpt's address, or what was typed. */
function idIn(typed: string): string {
  return /\/excerpts\/([\w.-]+)/.exec(typed)?.[1] ?? typed.trim()
}

/** The evidence in the filled rows, and which rows those are. */
function evidenceIn(values: Values) {
  const rows = Array.from({ length: mostEvidence }, (_, n) => n).filter((n) => isFilled(values, n))
  const evidence = rows.map((n) => ({
    excerptId: idIn(values[`evidence.${n}.excerptId`] ?? ''),
    labelId: values[`evidence.${n}.labelId`] || null,
    note: values[`evidence.${n}.note`] ?? '',
  }))
  return { rows, evidence }
}

/** What is argued; nothing where no claim is chosen. */
function bearingIn(values: Values): BearingDraft | null {
  const claimId = values['bearing.claimId']
  if (!claimId) return null
  return {
    claimId,
    framingId: values['bearing.framingId'] ?? '',
    standpointId: values['bearing.standpointId'] || null,
    direction: values['bearing.direction'] as 'for',
    on: (values['bearing.on'] || 'fit') as 'fit',
  }
}

export function postIn(values: Values) {
  const { kind, title = '', body, url } = values
  const words = { kind: kind as PostKind | undefined, title, body, url: url?.trim() || null }
  const published = values.waits === undefined
  return {
    ...words,
    review: reviewIn(values),
    published,
    evidence: evidenceIn(values).evidence,
    bearing: bearingIn(values),
  } satisfies PostDraft
}

/** What is said of a review, of a form that has fields for it; other kinds have nothing of it. */
function reviewIn(values: Values): PostDraft['review'] {
  if (values.kind !== 'review') return null
  const at = (part: string) => values[`review.${part}`]?.trim() ?? ''
  const postId = /\/posts\/([\w-]+)/.exec(at('postId'))?.[1] ?? at('postId')
  return {
    postId: postId || null,
    paper: at('paper'),
    askedBy: at('askedBy'),
    answered: at('answered'),
    changed: at('changed'),
  }
}

/** What stands in the fields of a review that is edited. */
export function reviewValues(review: ReviewWords | null): Values {
  if (!review) return {}
  const { postId, paper, askedBy, answered, changed } = review
  const place = postId ? `/posts/${postId}` : ''
  return {
    'review.postId': place,
    'review.paper': paper,
    'review.askedBy': askedBy,
    'review.answered': answered,
    'review.changed': changed,
  }
}

/** The words that are answered; what stands around them and where, if they were selected. */
function quoteIn(values: Values): CommentDraft['quote'] {
  const [exact, prefix, suffix] = [values.quote ?? '', values['quote.prefix'] ?? '', values['quote.suffix'] ?? ''].map(
    (text) => text.replace(/\r\n?/g, '\n'),
  ) as [string, string, string]
  const start = values['quote.start']
  return exact.trim()
    ? { exact: exact.trim(), prefix, suffix, start: /^\d{1,7}$/.test(start ?? '') ? Number(start) : null }
    : null
}

export function commentIn(values: Values) {
  const { body = '', parent } = values
  return {
    body,
    parentId: parent || null,
    quote: quoteIn(values),
    evidence: evidenceIn(values).evidence,
    bearing: bearingIn(values),
  } satisfies CommentDraft
}

/** A refusal's fields, by the rows that the form has. */
export function errorsInRows(errors: FieldErrors, values: Values): FieldErrors {
  const { rows } = evidenceIn(values)
  const inRow = (field: string) => field.replace(/^evidence\.(\d+)/, (_, n) => `evidence.${rows[Number(n)] ?? n}`)
  // What is answered stands in the address, and has no field.
  const inForm = (field: string) =>
    inRow(field)
      .replace(/^quote\..*/, 'quote')
      .replace(/^parentId$/, 'form')
  const named = Object.entries(errors).map(([field, said]) => [inForm(field), said] as const)
  return Object.fromEntries(asFieldsSay(named, values))
}

/** Some fields take more than the API does, or come in steps: what is missing is said as it is to be done here. */
function asFieldsSay(errors: (readonly [string, string[]])[], values: Values) {
  const isUnused = Boolean(values['bearing.claimId']) && values['bearing.framingId'] === undefined
  const rest = isUnused ? errors.filter(([field]) => !/^bearing\.(framingId|direction)$/.test(field)) : errors
  const said = rest.map(([field, was]): readonly [string, string[]] => {
    const isAddress = !field.endsWith('.excerptId') || v.is(id, idIn(values[field] ?? ''))
    return [field, isAddress ? was : ['Give the address of an excerpt’s page.']]
  })
  if (rest.length === errors.length) return said
  return [...said, ['bearing.claimId', ['Choose below which framing of this claim you argue for or against.']] as const]
}

/** The words that a comment answers, and what came with them when they were selected. */
export const quoteNames = ['quote', 'quote.prefix', 'quote.suffix', 'quote.start'] as const

/** What an address such as `/posts/new?excerpt=…&claim=…` has typed already. */
export function valuesFrom(query: URLSearchParams): Values {
  const from = (name: string) => query.get(name) ?? ''
  return {
    'evidence.0.excerptId': from('excerpt'),
    'evidence.0.labelId': from('label'),
    'bearing.claimId': from('claim'),
    'bearing.framingId': from('framing'),
    'bearing.standpointId': from('standpoint'),
    'bearing.direction': from('direction'),
    'bearing.on': from('aspect'),
    ...Object.fromEntries(quoteNames.map((name) => [name, from(name)])),
    kind: from('kind'),
    body: from('body'),
  }
}

/** What stands in the form that edits what was written. */
export function valuesOf(written: { body: string; evidence: Evidence[]; bearing: Bearing | null }): Values {
  const { bearing, evidence, body } = written
  const rows = evidence.flatMap(({ excerptId, labelId, note }, n): [string, string][] => [
    [`evidence.${n}.excerptId`, excerptId],
    [`evidence.${n}.labelId`, labelId ?? ''],
    [`evidence.${n}.note`, note],
  ])
  return {
    body,
    'bearing.claimId': bearing?.claimId ?? '',
    'bearing.framingId': bearing?.framingId ?? '',
    'bearing.standpointId': bearing?.standpointId ?? '',
    'bearing.direction': bearing?.direction ?? '',
    'bearing.on': bearing?.on ?? '',
    ...Object.fromEntries(rows),
  }
}

/** Where an address `?on=KIND.ID&parent=ID` answers. */
export function answerAt({ searchParams }: URL) {
  const [, kind, id] = /^(\w+)\.([\w.-]+)$/.exec(searchParams.get('on') ?? '') ?? []
  if (!kind || !id || !isSubjectKind(kind)) throw notFound('thing to answer')
  return { doing: 'answer', kind, id, parentId: searchParams.get('parent') || null } as const
}
