/** Where a ballot, or a handle vote, stands on the page of its member's. */
export function ballotAnchor(vote: { standpointId: string; framingId: string; verdict: unknown }): string {
  return `ballot-${vote.standpointId}-${vote.verdict ? vote.framingId : 'name'}`
}
