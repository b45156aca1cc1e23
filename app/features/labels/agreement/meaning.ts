/** So many excerpts with two votes or more there must be before α is shown on a page. */
export const fewestUnits = 10

/** What α says, after Krippendorff's customary bounds. */
export function meaningOf(alpha: number | null, items: number): string {
  if (items < fewestUnits) return 'too few to say'
  if (alpha === null) return 'all votes say the same: nothing is known of agreement'
  if (alpha >= 0.8) return 'reliable'
  if (alpha >= 0.667) return 'tentative'
  return alpha > 0 ? 'low: readers take the question differently' : 'no better than chance'
}
