/** What a member's overlay says of a page that is made once for all members. */
export interface Overlaid {
  /** Whoever asks has more of their own on this page than is laid over it, or is nobody any more: the page is to be asked for again. */
  again?: true
  /** HTML in place of the elements with these ids. */
  parts: Record<string, string>
  /** The ids of buttons that are pressed. */
  pressed: string[]
  /** The ids of comments that are the reader's own. */
  mine: string[]
  /** For each new comment, where the next one is. */
  next: Record<string, string | null>
}
