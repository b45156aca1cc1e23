import type { Member } from '#app/features/accounts/member.ts'
import { conflict, Refusal } from '#app/lib/refusal.ts'
import type { Db } from '#db/open.ts'
import { mostEvidence } from '../bearing.ts'
import { begunIn, type Draft, type Fields, typedIn } from './draft.ts'
import { draftsAt, dropDraft, dropDraftsAt, saveDraft } from './drafts.server.ts'
import { type Place, placeName, placePath } from './place.ts'

/** What a writing page knows of the draft that its form goes on from. */
export interface DraftOnPage {
  place: string
  path: string
  revision: number
  /** The set-aside one that the form was filled with. */
  window: string
  savedAt: number | null
  aside: Pick<Draft, 'id' | 'words' | 'savedAt'>[]
}

/** What a writing page begins with: the draft at its place, with what its address brings (`given`), or what was set aside under the id `copy`. */
export async function beginWriting(db: Db, member: Member, place: Place, given: Fields, copy: string | null) {
  const { draft, aside } = await draftsAt(db, member, place)
  const chosen = aside.find(({ id }) => id === copy) ?? draft
  const page: DraftOnPage = {
    place: placeName(place),
    path: placePath(place),
    // What is set aside began from an older one: saved, it stays beside the draft.
    revision: chosen === draft ? (draft?.revision ?? 0) : 0,
    window: chosen?.window ?? '',
    savedAt: chosen?.savedAt ?? null,
    aside: aside.filter((one) => one !== chosen).map(({ id, words, savedAt }) => ({ id, words, savedAt })),
  }
  if (!chosen) return { values: given, draft: page }
  const values = place.doing === 'edit' ? { ...given, ...chosen.fields } : joined(chosen.fields, given)
  return { values, draft: page }
}

/** A draft with what the address of the page brings: words to answer and an excerpt are what the reader has just asked for; elsewhere the draft stands. */
function joined(draft: Fields, given: Fields): Fields {
  const isQuote = (name: string) => name.split('.')[0] === 'quote'
  const quote = Object.entries(given).filter(([name]) => isQuote(name) && given.quote)
  const typed = Object.entries(draft).filter(([name, value]) => value !== '' && !(isQuote(name) && given.quote))
  return { ...given, ...Object.fromEntries([...typed, ...quote]), ...evidenceOf(draft, given) }
}

function evidenceOf(draft: Fields, given: Fields): Fields {
  const rows = Array.from({ length: mostEvidence }, (_, n) => `evidence.${n}`)
  const excerptId = given['evidence.0.excerptId']
  const typed = rows.map((row) => draft[`${row}.excerptId`] ?? '')
  const free = typed.indexOf('')
  if (!excerptId || free < 0 || typed.some((one) => one.includes(excerptId))) return {}
  return { [`evidence.${free}.excerptId`]: excerptId, [`evidence.${free}.labelId`]: given['evidence.0.labelId'] ?? '' }
}

/** Does what was asked of the draft, and says where to go on; undefined where nothing was. */
export async function draftStep(db: Db, member: Member, place: Place, values: Fields): Promise<string | undefined> {
  const [step, which] = (values.intent ?? '').split(' ')
  if (step === 'discard') await dropDraftsAt(db, member, placeName(place))
  else if (step === 'drop') await dropDraft(db, member, which ?? '')
  else if (step === 'draft') await keep(db, member, place, values, which)
  else return undefined
  return placePath(place)
}

/** `over`: the revision of the newer draft that this one is to replace. */
async function keep(db: Db, member: Member, place: Place, values: Fields, over: string | undefined) {
  const begun = begunIn(over ? { ...values, 'draft.revision': over } : values)
  const saved = await saveDraft(db, member, placeName(place), { fields: typedIn(values), ...begun })
  if ('newer' in saved) throw newerDraft(saved)
  if (saved.draft.revision === 0) throw nothingTyped()
}

function nothingTyped() {
  const said = 'Nothing is typed here yet, so no draft is kept.'
  return new Refusal('invalid', said, { form: [said] }, { isNoFault: true })
}

/** What is refused where a newer draft stands: both are there to choose from. */
export function newerDraft({ newer, window }: { newer: Draft; window: string }) {
  return conflict(
    'Another window saved a newer draft here. What you typed is kept too: choose which one to go on with.',
    {
      newer,
      window,
    },
  )
}

/** Keeps what was sent by somebody who had to sign in first, unless a draft stands at the place: then beside it. Answers where the form holds it. */
export async function keepSent(db: Db, member: Member, place: Place, values: Fields): Promise<string> {
  const saved = await saveDraft(db, member, placeName(place), { fields: typedIn(values), ...begunIn(values) })
  const path = placePath(place)
  if ('draft' in saved) return path
  const { aside } = await draftsAt(db, member, place)
  const copy = aside.find(({ window }) => window === saved.window)
  return copy ? `${path}${path.includes('?') ? '&' : '?'}copy=${copy.id}` : path
}
