import * as v from 'valibot'

export const silenceKinds = ['mute', 'block'] as const
/** Mute: what they write comes folded, and nothing of it is told to me. Block: that, and they cannot answer me. */
export type SilenceKind = (typeof silenceKinds)[number]

export const SilenceDraft = v.object({ kind: v.picklist(silenceKinds) })

/** Whom a member blocks or mutes. Nobody else is told. */
export interface Silence {
  kind: SilenceKind
  memberId: string
  handle: string
  since: number
}
