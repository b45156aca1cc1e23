import type { ReactNode } from 'react'
import { Time } from '#app/ui/time.tsx'
import { ruleNamed } from '../rules/rules.ts'
import { type Act, type OwnAct, thingNames, wordsFor } from './act.ts'
import { changedWords } from './counts.ts'

/** What was done to what, when and by whom, by which rule. */
export function ActLine({ act, isModerator = false }: { act: Act; isModerator?: boolean }) {
  const { kind, thingId, rule, rulesVersion, until, at, moderator } = act
  const changed = changedWords(act.act, act.counts)
  return (
    <>
      <p>
        {thingId === null ? (
          thingNames[kind]
        ) : (
          <a href={isModerator ? `/moderation/${kind}/${thingId}` : `/${kind}s/${thingId}`}>{thingNames[kind]}</a>
        )}{' '}
        {wordsFor(act.act, kind).did}
        {until === null ? '' : ', until '}
        {until === null ? null : <Time ms={until} />}.
      </p>
      {changed === null ? null : <p className="small">{changed}</p>}
      <p className="meta">
        <a href={`/rules?version=${rulesVersion}#${rule}`}>{ruleNamed(rule, rulesVersion)}</a>
        <Time ms={at} />
        <span>by {moderator ?? 'who runs this site'}</span>
        {act.appeal === null ? null : <span>{appealed[act.appeal]}</span>}
      </p>
    </>
  )
}

const appealed = {
  open: 'an appeal is open',
  upheld: 'upheld on appeal',
  reversed: 'taken back on appeal',
}

export function ActList({ acts, isModerator }: { acts: Act[]; isModerator: boolean }) {
  return (
    <ol className="list">
      {acts.map((act) => (
        <li key={act.id} id={`act-${act.id}`}>
          <ActLine act={act} isModerator={isModerator} />
        </li>
      ))}
    </ol>
  )
}

/** With why, for whoever it concerns and for moderators; `after` is what they do about one. */
export function OwnActs({ acts, after }: { acts: OwnAct[]; after?: (act: OwnAct) => ReactNode }) {
  return (
    <ol className="list">
      {acts.map((act) => (
        <li key={act.id} id={`act-${act.id}`}>
          <ActLine act={act} />
          <p className="prose">{act.why}</p>
          {act.appealWhy === '' ? null : (
            <p className="prose">
              <b>The appeal:</b> {act.appealWhy}
            </p>
          )}
          {act.decidedWhy === '' ? null : (
            <p className="prose">
              <b>The decision:</b> {act.decidedWhy}
            </p>
          )}
          {after?.(act)}
        </li>
      ))}
    </ol>
  )
}
