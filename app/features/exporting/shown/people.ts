import type { Exported } from '../exported.ts'

export const people: Exported[] = [
  {
    name: 'members',
    says: 'a member: somebody who joined, or an imported author. Mail, password, role and former names are not in it',
    table: 'members',
    where: `attributed_to is null and not exists
      (select 1 from unnamed_voters where unnamed_voters.member_id = members.id)`,
    key: ['id'],
    columns: { id: 'text', handle: 'text', bio: 'text', removed: 'flag', created_at: 'time' },
    shown: { removed: 'case when removed_at is null then 0 else 1 end' },
    ofCollection: 'true',
    without: {
      handle_key: 'follows from the handle',
      role: 'who may do what is each site’s own',
      unclaimed: 'whoever comes by an import has no way to sign in',
      password_hash: 'private',
      shows_ballots: 'said of each ballot that is shown',
      email: 'private',
      email_confirmed_at: 'private',
      attributed_to: 'what the imported author wrote is the member’s',
      removed_at: 'said without the time',
    },
  },
]
