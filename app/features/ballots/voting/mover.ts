/** What may have moved a member: an argument or the words that it cites, as one chooses it. */
export interface Mover {
  /** `comment.ID` or `excerpt.ID` */
  value: string
  words: string
}
