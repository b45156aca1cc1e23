import type { Exported } from '../exported.ts'

export const claims: Exported[] = [
  {
    name: 'claims',
    says: 'what people contest: a case, judged by framings, or a proposition; the context is Markdown',
    table: 'claims',
    key: ['id'],
    columns: {
      ...{ id: 'text', kind: 'text', statement: 'text', context: 'text', asks: 'text', settled_by: 'text' },
      ...{ variant_of: 'text?', differs: 'text', version: 'number', meaning: 'number' },
      ...{ member_id: 'text', created_at: 'time' },
    },
    later: ['variant_of'],
    html: { context_html: 'context' },
    oneOf: { kind: ['case', 'proposition'] },
    without: { context_html: 'made from the context' },
  },
  {
    name: 'framings',
    says: 'a named reading of a case, once for the whole site, or of one claim where it was imported with that',
    table: 'framings',
    key: ['id'],
    columns: {
      ...{ id: 'text', name: 'text', name_key: 'text', definition: 'text', coined_by: 'text', claim_id: 'text?' },
      ...{ built_in: 'flag', version: 'number', meaning: 'number', hue: 'number', also_called: 'text' },
      ...{ merged_into: 'text?', merged_by: 'text?', merged_at: 'time?', merged_why: 'text?' },
      ...{ member_id: 'text?', created_at: 'time' },
    },
    later: ['merged_into'],
    without: {},
  },
  {
    name: 'framing-names',
    says: 'a name by which a framing is found: its own, one it had, or an alias',
    table: 'framing_names',
    key: ['name_key'],
    columns: { name_key: 'text', framing_id: 'text', name: 'text', member_id: 'text?', created_at: 'time' },
    without: {},
  },
  {
    name: 'claim-framings',
    says: 'a framing is among those that a claim is judged by, with a rationale',
    table: 'claim_framings',
    key: ['claim_id', 'framing_id'],
    columns: {
      ...{ claim_id: 'text', framing_id: 'text', position: 'number', rationale: 'text' },
      ...{ member_id: 'text', created_at: 'time' },
    },
    without: {},
  },
  {
    name: 'standpoints',
    says: 'what is held fixed while a claim is judged; position 0 is “all things considered”',
    table: 'standpoints',
    key: ['id'],
    columns: {
      ...{ id: 'text', claim_id: 'text', name: 'text', definition: 'text', proposition_id: 'text?' },
      ...{ position: 'number', version: 'number', meaning: 'number', member_id: 'text', created_at: 'time' },
    },
    without: { name_key: 'follows from the name' },
  },
  {
    name: 'wordings',
    says: 'what a claim, standpoint or framing said from a version on; what was never edited has none',
    table: 'wordings',
    key: ['kind', 'id', 'version'],
    oneOf: { kind: ['claim', 'standpoint', 'framing'], change: ['first', 'same', 'changed'] },
    columns: {
      ...{ kind: 'text', id: 'text', version: 'number', change: 'text', words: 'json', member_id: 'text?' },
      ...{ created_at: 'time', ruled_by: 'text?', ruled_why: 'text?', ruled_at: 'time?' },
    },
    without: {},
  },
  {
    name: 'claim-origins',
    says: 'where an imported claim comes from, so that importing it again finds it',
    table: 'claim_origins',
    key: ['origin'],
    columns: { origin: 'text', claim_id: 'text' },
    without: {},
  },
]
