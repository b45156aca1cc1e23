import { completenesses, turnRoles } from '#app/features/transcripts/transcript.ts'
import { type Exported, inCollection } from '../exported.ts'

const isPublic = (id: string) =>
  `exists (select 1 from collections as open_one where open_one.id = ${id} and open_one.visibility = 'public')`

export const transcripts: Exported[] = [
  {
    name: 'transcripts',
    says: 'what is known of a transcript beside its turns',
    table: 'transcripts',
    key: ['id'],
    columns: {
      ...{ id: 'text', title: 'text', model: 'text?', condition: 'text?', source: 'text?', licence: 'text?' },
      ...{ completeness: 'text', scores: 'json', member_id: 'text', created_at: 'time' },
    },
    oneOf: { completeness: completenesses },
    ofCollection: inCollection('transcripts.id'),
    without: {
      hash: 'follows from the turns; of masked words it would tell those who guess them',
      turn_count: 'counted',
      excerpt_count: 'counted',
    },
  },
  {
    name: 'turns',
    says: 'one turn of a transcript, as it stands: what was redacted is masked. Positions count from 0',
    table: 'turns',
    key: ['transcript_id', 'position'],
    columns: { transcript_id: 'text', position: 'number', role: 'text', speaker: 'text?', text: 'text' },
    oneOf: { role: turnRoles },
    ofCollection: inCollection('turns.transcript_id'),
    without: {},
  },
  {
    name: 'redactions',
    says: 'words of a transcript were masked for good, in so many places, by whom and why',
    table: 'redactions',
    key: ['id'],
    columns: { id: 'text', transcript_id: 'text', member_id: 'text', places: 'number', why: 'text', at: 'time' },
    ofCollection: inCollection('redactions.transcript_id'),
    without: {},
  },
  {
    name: 'excerpts',
    says: 'marked words: a span of one or several turns, in code points, the end exclusive',
    table: 'excerpts',
    key: ['id'],
    columns: {
      ...{ id: 'text', transcript_id: 'text', start_turn: 'number', start_offset: 'number', end_turn: 'number' },
      ...{ end_offset: 'number', whole: 'flag', exact: 'text', prefix: 'text', suffix: 'text' },
      ...{ member_id: 'text', created_at: 'time' },
    },
    ofCollection: inCollection('excerpts.transcript_id'),
    without: {},
  },
  {
    name: 'collections',
    says: 'a named set of transcripts; its description is Markdown',
    table: 'collections',
    where: `visibility = 'public'`,
    key: ['id'],
    columns: {
      ...{ id: 'text', title: 'text', description: 'text', visibility: 'text', version: 'number' },
      ...{ member_id: 'text', created_at: 'time' },
    },
    html: { html: 'description' },
    oneOf: { visibility: ['public', 'unlisted'] },
    ofCollection: 'collections.id = ?',
    without: { html: 'made from the description', transcript_count: 'counted' },
  },
  {
    name: 'collection-versions',
    says: 'what a collection was called and said to be until an edit, and who made that',
    table: 'collection_versions',
    where: `visibility = 'public' and ${isPublic('collection_id')}`,
    key: ['collection_id', 'version'],
    columns: {
      ...{ collection_id: 'text', version: 'number', title: 'text', description: 'text', visibility: 'text' },
      ...{ edited_by: 'text', edited_at: 'time' },
    },
    html: { html: 'description' },
    oneOf: { visibility: ['public', 'unlisted'] },
    ofCollection: 'collection_id = ?',
    without: { html: 'made from the description' },
  },
  {
    name: 'collection-transcripts',
    says: 'a transcript is in a collection, at a place in its order',
    table: 'collection_transcripts',
    where: isPublic('collection_id'),
    key: ['collection_id', 'transcript_id'],
    columns: { collection_id: 'text', transcript_id: 'text', position: 'number' },
    ofCollection: 'collection_id = ?',
    without: {},
  },
]
