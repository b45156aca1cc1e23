import { sql } from 'kysely'

// For a labelling `l`: what most people say of it. What came with the data counts while nobody has voted.
export const mostAgree = sql<boolean>`(l.agree > l.disagree or (l.given = 1 and l.agree + l.disagree = 0))`

// Whether anybody, or the data, says anything of it.
export const isJudged = sql<boolean>`(l.agree + l.disagree > 0 or l.given = 1)`

const [yes, no] = [sql`(l.agree - l.placing_agree)`, sql`(l.disagree - l.placing_disagree)`]

// `settled` of stateOf, for the label: at least 5 votes, fewer than 30 % against, and Wilson's interval above ½,
// which is so where (yes − no)² > z²·n.
export const isSettledOn = sql<boolean>`(${yes} + ${no} >= 5 and ${yes} > ${no} and 10 * ${no} < 3 * (${yes} + ${no})
  and (${yes} - ${no}) * (${yes} - ${no}) > 3.841458820694124 * (${yes} + ${no}))`

// Whether anything is settled of it, either way.
export const isSettled = sql<boolean>`(${yes} + ${no} >= 5
  and 10 * (case when ${no} < ${yes} then ${no} else ${yes} end) < 3 * (${yes} + ${no})
  and (${yes} - ${no}) * (${yes} - ${no}) > 3.841458820694124 * (${yes} + ${no}))`

/** Under which condition a transcript `t` is counted: its own or, where it says none, its model. Logs of evaluations name models and no conditions, and models are what they compare. */
export const conditionOf = sql<string | null>`coalesce(t.condition, t.model)`
