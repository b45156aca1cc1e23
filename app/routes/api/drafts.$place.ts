import { DraftTyped } from '#app/features/discussion/drafts/draft.ts'
import { newerDraft } from '#app/features/discussion/drafts/draft-steps.server.ts'
import { dropDraftsAt, findDraft, findPlace, saveDraft } from '#app/features/discussion/drafts/drafts.server.ts'
import { draftAnswer } from '#app/features/exchange/answers/draft-answer.server.ts'
import { deleting, endpoint, gone, reading, there, writing } from '#app/http/api.server.ts'
import { notSignedIn } from '#app/lib/refusal.ts'

const draft = endpoint({
  get: reading({ summary: 'Reads one’s draft at a place.', answers: 'draft' }, async ({ db, member, params }) => {
    if (!member) throw notSignedIn()
    return draftAnswer(await findDraft(db, member, params.place))
  }),
  put: writing(
    {
      summary:
        'Keeps what is typed at a place. Where a newer draft stands: 409 with `newer`, and what was sent is set aside. Where every field is empty no draft is kept: `revision` is 0.',
      answers: 'draft',
      body: DraftTyped,
    },
    async ({ db, member, params, body }) => {
      const saved = await saveDraft(db, member, params.place, body)
      if ('newer' in saved) throw newerDraft(saved)
      return there(draftAnswer(saved.draft))
    },
  ),
  delete: deleting(
    { summary: 'Throws away all that is kept at a place.', answers: 'nothing' },
    async ({ db, member, params }) => {
      await findPlace(db, member, params.place)
      await dropDraftsAt(db, member, params.place)
      return gone
    },
  ),
})

export const loader = draft
export const action = draft
