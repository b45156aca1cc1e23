import * as v from 'valibot'
import type { Draft, DraftLine } from '#app/features/discussion/drafts/draft.ts'
import { isoTime } from '#app/lib/clock.ts'

export const DraftLineAnswer = v.object({
  id: v.string(),
  place: v.pipe(
    v.string(),
    v.description(
      '`post.new`, `claim.new.case`, `claim.new.proposition`, `claim.new.variant.ID`, `label.new`, `comment.on.KIND.ID[.parent.ID]`, `post.edit.ID` or `comment.edit.ID`.',
    ),
  ),
  revision: v.number(),
  words: v.pipe(v.string(), v.description('The first of what was typed.')),
  savedAt: v.string(),
  setAside: v.pipe(v.boolean(), v.description('Typed in another window and kept beside the newer draft.')),
})

export const DraftAnswer = v.object({ ...DraftLineAnswer.entries, fields: v.record(v.string(), v.string()) })

export function draftLineAnswer(draft: DraftLine): v.InferOutput<typeof DraftLineAnswer> {
  const { id, place, revision, words, savedAt, isSetAside } = draft
  return { id, place, revision, words, savedAt: isoTime(savedAt), setAside: isSetAside }
}

export function draftAnswer(draft: Draft): v.InferOutput<typeof DraftAnswer> {
  return { ...draftLineAnswer(draft), fields: draft.fields }
}
