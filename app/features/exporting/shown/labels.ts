import { type Exported, inCollection } from '../exported.ts'

const ofExcerpt = (id: string) =>
  `${id} in (select marked.id from excerpts as marked where ${inCollection('marked.transcript_id')})`

// As labellings.queries.server.ts of the labels has it: what only the queue asked about, and nobody agreed to, is on nothing.
const isOn = (alias: string) => `(${alias}.placed_by is not null or ${alias}.given = 1
  or ${alias}.agree + ${alias}.earlier_agree > 0 or exists (select 1 from machine_labellings as by_machine
    where by_machine.excerpt_id = ${alias}.excerpt_id and by_machine.label_id = ${alias}.label_id))`

export const labels: Exported[] = [
  {
    name: 'labels',
    says: 'a term that excerpts can carry, as it stands',
    table: 'labels',
    key: ['id'],
    columns: {
      ...{ id: 'text', name: 'text', definition: 'text', examples: 'text', counter_examples: 'text' },
      ...{ version: 'number', meaning: 'number', also_called: 'text', merged_into: 'text?', merged_next: 'text?' },
      ...{ retired_at: 'time?', member_id: 'text', created_at: 'time' },
    },
    later: ['merged_into', 'merged_next'],
    ofCollection: 'true',
    without: { name_key: 'follows from the name' },
  },
  {
    name: 'label-versions',
    says: 'what a label was said to mean from a version on',
    table: 'label_versions',
    key: ['label_id', 'version'],
    columns: {
      ...{ label_id: 'text', version: 'number', change: 'text', definition: 'text', examples: 'text' },
      ...{ counter_examples: 'text', member_id: 'text', created_at: 'time' },
    },
    ofCollection: 'true',
    without: {},
  },
  {
    name: 'label-rulings',
    says: 'what a moderator decided about a label, and why',
    table: 'label_rulings',
    key: ['id'],
    columns: {
      ...{ id: 'text', label_id: 'text', kind: 'text', other_id: 'text?', version: 'number?', why: 'text' },
      ...{ member_id: 'text', at: 'time' },
    },
    ofCollection: 'true',
    without: {},
  },
  {
    name: 'labellings',
    says: 'a label is on an excerpt: given with imported data, placed by a vote, or both; `place`: as which of its labels, from 1',
    table: 'labellings',
    from: `(select o.*, cast(row_number() over (partition by excerpt_id order by created_at, label_id) as bigint) as place
      from labellings o where ${isOn('o')}) as labellings`,
    key: ['excerpt_id', 'label_id'],
    columns: {
      ...{ excerpt_id: 'text', label_id: 'text', given: 'flag', placed: 'flag', merged_from: 'text?' },
      place: 'number',
    },
    shown: { placed: 'case when placed_by is null then 0 else 1 end' },
    ofCollection: ofExcerpt('labellings.excerpt_id'),
    without: {
      ...{ agree: 'counted', disagree: 'counted', unsure: 'counted' },
      ...{ placing_agree: 'counted', placing_disagree: 'counted' },
      ...{ earlier_agree: 'counted', earlier_disagree: 'counted', earlier_unsure: 'counted' },
      placed_by: 'whose vote it was is nobody’s to read',
      created_at: 'the time of a single vote; the order is said',
    },
  },
  {
    name: 'label-votes',
    says: 'so many vote in this way on whether a label fits an excerpt. `blind`: before they saw how others do; `placing`: the vote that put the label on; `earlier`: on words with another meaning',
    table: 'label_votes',
    from: `(select v.excerpt_id, v.label_id, v.value, v."placing", v.blind, v.merged_from,
        case when v.label_version < l.meaning then 1 else 0 end as earlier, cast(count(*) as bigint) as votes
      from label_votes v join labels l on l.id = v.label_id
      join labellings o on o.excerpt_id = v.excerpt_id and o.label_id = v.label_id where ${isOn('o')}
      group by v.excerpt_id, v.label_id, v.value, v.placing, v.blind, v.merged_from,
        case when v.label_version < l.meaning then 1 else 0 end) as label_votes`,
    key: ['excerpt_id', 'label_id', 'value', 'placing', 'blind', 'earlier', `coalesce(merged_from, '')`],
    columns: {
      ...{ excerpt_id: 'text', label_id: 'text', value: 'text', placing: 'flag', blind: 'flag', earlier: 'flag' },
      ...{ merged_from: 'text?', votes: 'number' },
    },
    oneOf: { value: ['agree', 'disagree', 'unsure'] },
    ofCollection: ofExcerpt('label_votes.excerpt_id'),
    without: {
      member_id: 'private',
      cast_at: 'the time of a single vote',
      label_version: 'said as earlier or not',
    },
  },
  {
    name: 'machine-labellings',
    says: 'a named classifier says that a label is on an excerpt; below ½ that it is not',
    table: 'machine_labellings',
    key: ['excerpt_id', 'label_id', 'classifier'],
    columns: {
      ...{ excerpt_id: 'text', label_id: 'text', classifier: 'text', score: 'number?', prompt: 'text?' },
      ...{ answer: 'text?', merged_from: 'text?', created_at: 'time' },
    },
    ofCollection: ofExcerpt('machine_labellings.excerpt_id'),
    without: {},
  },
  {
    name: 'prompts',
    says: 'words that models were asked with, known by their SHA-256',
    table: 'prompts',
    key: ['hash'],
    columns: { hash: 'text', words: 'text', created_at: 'time' },
    ofCollection: 'true',
    without: {},
  },
  {
    name: 'classifiers',
    says: 'a model that is asked with one prompt whether one label fits, about each turn of a role or whole transcripts',
    table: 'classifiers',
    key: ['id'],
    columns: {
      ...{ id: 'text', key: 'text', name: 'text', label_id: 'text', model: 'text', prompt_hash: 'text' },
      ...{ role: 'text?', member_id: 'text', created_at: 'time' },
    },
    ofCollection: 'true',
    without: {},
  },
  {
    name: 'answers',
    says: 'what a classifier answered about a transcript (`turn` -1) or one of its turns, word for word',
    table: 'answers',
    key: ['id'],
    columns: {
      ...{ id: 'text', classifier_id: 'text', transcript_id: 'text', turn: 'number', fits: 'number?' },
      ...{ score: 'number?', raw: 'text', why: 'text?', prompt_tokens: 'number?', completion_tokens: 'number?' },
      answered_at: 'time',
    },
    ofCollection: inCollection('answers.transcript_id'),
    without: {},
  },
  {
    name: 'answer-quotes',
    says: 'words that an answer quotes, and the excerpt that they were found as, or why they were not',
    table: 'answer_quotes',
    key: ['answer_id', 'position'],
    columns: { answer_id: 'text', position: 'number', quote: 'text', excerpt_id: 'text?', why: 'text?' },
    ofCollection: `answer_id in (select answers.id from answers where ${inCollection('answers.transcript_id')})`,
    without: {},
  },
  {
    name: 'annotations-sent',
    says: 'an annotation that a client sent, without what the site says of it; `excerpts` are what its targets mark',
    table: 'annotations',
    key: ['id'],
    columns: {
      ...{ id: 'text', member_id: 'text', document: 'json', excerpts: 'json' },
      ...{ created_at: 'time', modified_at: 'time' },
    },
    without: {},
  },
]
