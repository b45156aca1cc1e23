import { conceptKinds } from '#app/features/concepts/concept.ts'
import type { Exported } from '../exported.ts'

const isOnMap = (end: string) => `(${end}_kind <> 'collection' or exists (select 1 from collections as ${end}_one
  where ${end}_one.id = ${end}_id and ${end}_one.visibility = 'public'))`
const bothOnMap = `${isOnMap('from')} and ${isOnMap('to')}`
const ends = { from_kind: 'text', from_id: 'text', to_kind: 'text', to_id: 'text' } as const

export const map: Exported[] = [
  {
    name: 'concepts',
    says: 'what arguments lean on: a paper, thinker, method, quote …; the definition is Markdown',
    table: 'concepts',
    key: ['id'],
    columns: {
      ...{ id: 'text', kind: 'text', name: 'text', also_called: 'text', definition: 'text', facts: 'json' },
      ...{ excerpt_id: 'text?', version: 'number', merged_into: 'text?', merged_next: 'text?' },
      ...{ member_id: 'text', created_at: 'time' },
    },
    later: ['merged_into', 'merged_next'],
    html: { definition_html: 'definition' },
    oneOf: { kind: conceptKinds },
    without: {
      name_key: 'follows from the name',
      definition_html: 'made from the definition',
      fact_words: 'follow from the facts',
    },
  },
  {
    name: 'concept-names',
    says: 'a name by which a concept is found',
    table: 'concept_names',
    key: ['name_key'],
    columns: { name_key: 'text', concept_id: 'text', name: 'text', member_id: 'text', created_at: 'time' },
    without: {},
  },
  {
    name: 'concept-revisions',
    says: 'what a concept said from a version on, who wrote it and why',
    table: 'concept_revisions',
    key: ['concept_id', 'version'],
    columns: {
      ...{ concept_id: 'text', version: 'number', words: 'json', why: 'text', restores: 'number?' },
      ...{ member_id: 'text', created_at: 'time' },
    },
    without: {},
  },
  {
    name: 'concept-merges',
    says: 'a concept was merged into another, or that was taken back',
    table: 'concept_merges',
    key: ['id'],
    columns: {
      ...{ id: 'text', kind: 'text', concept_id: 'text', other_id: 'text', why: 'text' },
      ...{ member_id: 'text', at: 'time' },
    },
    without: {},
  },
  {
    name: 'relation-kinds',
    says: 'a kind of relation, as it reads from one end and from the other',
    table: 'relation_kinds',
    key: ['id'],
    columns: {
      ...{ id: 'text', name: 'text', name_key: 'text', inverse: 'text', inverse_key: 'text' },
      ...{ symmetric: 'flag', acyclic: 'flag', member_id: 'text?', created_at: 'time' },
    },
    without: { changes: 'of the database alone' },
  },
  {
    name: 'relations',
    says: 'a member said that one thing relates to another, and why',
    table: 'relations',
    where: bothOnMap,
    key: ['id'],
    columns: { id: 'text', relation_kind: 'text', ...ends, why: 'text', member_id: 'text', created_at: 'time' },
    without: {},
  },
  {
    name: 'relation-history',
    says: 'what a relation said before it was edited, withdrawn, or moved by a merge',
    table: 'relation_history',
    where: bothOnMap,
    key: ['id'],
    columns: {
      ...{ id: 'text', relation_id: 'text', relation_kind: 'text', ...ends, why: 'text', said_by: 'text' },
      ...{ said_at: 'time', change: 'text', moved_from: 'text?', moved_into: 'text?', undone: 'flag' },
      ...{ member_id: 'text', changed_at: 'time' },
    },
    without: {},
  },
  {
    name: 'not-alike',
    says: 'a member said that two things on the map only look alike',
    table: 'near_dismissals',
    where: `${isOnMap('one')} and ${isOnMap('other')}`,
    key: ['one_kind', 'one_id', 'other_kind', 'other_id'],
    columns: { one_kind: 'text', one_id: 'text', other_kind: 'text', other_id: 'text', member_id: 'text' },
    without: { dismissed_at: 'told nowhere' },
  },
  {
    name: 'mentions',
    says: 'a text has [[this name]] in it',
    table: 'shown_mentions',
    key: ['source_kind', 'source_id', 'name_key'],
    columns: { source_kind: 'text', source_id: 'text', name_key: 'text', name: 'text', mentioned_at: 'time' },
    without: {},
  },
]
