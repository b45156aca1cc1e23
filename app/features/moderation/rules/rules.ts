/** One rule of the code of conduct: acts and flags name it by its key. */
export interface Rule {
  key: string
  name: string
  says: string
}

export interface RulesVersion {
  version: number
  /** The day from which it holds. */
  since: string
  rules: readonly Rule[]
}

const first: readonly Rule[] = [
  {
    key: 'persons',
    name: 'Argue with words, not with persons',
    says: 'Say what is wrong with an argument. No insults, threats or mockery, and nothing about what somebody is.',
  },
  {
    key: 'private',
    name: 'Leave private life private',
    says: 'No names, addresses or messages of people who did not make them public, also not as a quote or inside a transcript.',
  },
  {
    key: 'honest',
    name: 'Be who you say, once',
    says: 'One account a person. No votes by arrangement, no posing as somebody else, no words given out as another’s.',
  },
  {
    key: 'record',
    name: 'Keep the record true',
    says: 'Transcripts, quotes and data are what they are said to be. Nothing is left out or changed without saying so.',
  },
  {
    key: 'spam',
    name: 'No advertising and no flooding',
    says: 'Nothing posted to sell, to lead elsewhere, or over and over.',
  },
  {
    key: 'harm',
    name: 'No help to do harm',
    says: 'Nothing that lets somebody hurt people: instructions for weapons, break-ins or abuse, also where a model wrote them.',
  },
]

/** A thread is about what it stands under; nobody broke a rule who strayed. */
const place: Rule = {
  key: 'place',
  name: 'Say it where it belongs',
  says: 'A thread is about what it stands under. What turned to something else is moved there, with what answers it, and nothing is taken from it.',
}

/** The code of conduct in all its versions, the newest first. A rule that an act named stays readable for good. */
export const rulesVersions: readonly RulesVersion[] = [
  { version: 2, since: '2026-11-21', rules: [...first, place] },
  { version: 1, since: '2026-11-21', rules: first },
]

export const currentRules = rulesVersions[0] as RulesVersion

/** A rule as it stood in a version. Who deletes by the API names none. */
export function ruleNamed(key: string, version = currentRules.version): string {
  if (key === '') return 'No rule was named'
  const rules = rulesVersions.find((one) => one.version === version)?.rules ?? []
  return rules.find((rule) => rule.key === key)?.name ?? key
}

export const ruleKeys = currentRules.rules.map(({ key }) => key)
export const ruleOptions = currentRules.rules.map(({ key, name }) => [key, name] as const)
