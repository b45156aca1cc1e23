import type { Member } from '#app/features/accounts/member.ts'
import { bringByForm } from '#app/features/pictures/bring-by-form.server.ts'
import type { Db } from '#db/open.ts'
import { begunIn } from '../drafts/draft.ts'
import { draftStep } from '../drafts/draft-steps.server.ts'
import { sendDraft } from '../drafts/drafts.server.ts'
import type { Place } from '../drafts/place.ts'
import { asTyped, shownAgain } from './writing-choices.server.ts'
import type { Values } from './writing-form.ts'

type Sent = Parameters<typeof bringByForm>[2] & { values(): Values }

/** Does what a form for writing was sent for: a step of its draft, a preview, or to `write`, which says where that stands then. Answers the path to go on at, or what the form is shown again with. */
export function sendWriting(
  db: Db,
  member: Member,
  place: Place,
  form: Sent,
  write: (tx: Db, values: Values) => Promise<string>,
) {
  const values = form.get('intent') === 'instead' ? elsewhere(form.values()) : form.values()
  return asTyped(db, values, async () => {
    const step = await draftStep(db, member, place, values)
    const shown = step ?? (await shownAgain(db, values, () => bringByForm(db, member, form)))
    return shown ?? sendDraft(db, member, place, begunIn(values), (tx) => write(tx, values))
  })
}

/** Brought from a form at another place: the draft that it began from is not this place's. */
const elsewhere = (values: Values): Values => ({ ...values, 'draft.revision': '0', 'draft.window': '' })
