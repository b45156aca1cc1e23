/** As long as sentences are, with a word that is longer than a phone is wide. */
export const words =
  'It says that it complies so as not to be changed, an-antidisestablishmentarianism-of-its-own-making'
