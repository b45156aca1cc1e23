import { type Exported, isOpenPost, isThere } from '../exported.ts'

export const log: Exported[] = [
  {
    name: 'moderation-log',
    says: 'what a moderator did to a post, comment or member, by which rule; whose it was, and why, are not said. `counts`: what it took out of counts, or put back. `appeal`: open, upheld or reversed',
    table: 'moderation_acts',
    where: `kind = 'member' or kind = 'post' and ${isOpenPost('thing_id')}
      or kind = 'comment' and exists (select 1 from comments as moderated where moderated.id = thing_id
        and ${isThere('moderated.subject_kind', 'moderated.subject_id')})`,
    key: ['id'],
    columns: {
      ...{ id: 'text', act: 'text', kind: 'text', thing_id: 'text?', moderator_id: 'text?', rule: 'text' },
      ...{ rules_version: 'number', until: 'time?', counts: 'json', acted_at: 'time', appeal: 'text?' },
    },
    shown: {
      appeal: `(select coalesce(decision, 'open') from appeals where appeals.act_id = moderation_acts.id)`,
      thing_id: `case when kind <> 'member' then thing_id end`,
    },
    without: { member_id: 'whoever it concerns is told', why: 'whoever it concerns is told' },
  },
]
