import { sql } from 'kysely'

/** Of labellings: whether a classifier put the label there. */
export const byMachine = sql<boolean>`exists (select 1 from machine_labellings m
  where m.excerpt_id = labellings.excerpt_id and m.label_id = labellings.label_id)`

/** Of labellings: those that are a label on the words. One that only answers of the queue made, none of them agreeing, is none. */
export const isOn = sql<boolean>`(labellings.placed_by is not null or labellings.given = 1
  or labellings.agree + labellings.earlier_agree > 0 or ${byMachine})`
