/** Whether one's ballots count where camps are looked for; tallies count them either way. */
export function LeaveCampsForm({ isLeftOut }: { isLeftOut: boolean }) {
  return (
    <form method="post">
      <p>
        {isLeftOut
          ? 'Your ballots count in every tally and in no camp.'
          : 'Camps show which ballots go together, without names. Your ballots are among them; in tallies they count either way.'}
      </p>
      <button className="button quiet" type="submit" name="intent" value={isLeftOut ? 'join-camps' : 'leave-camps'}>
        {isLeftOut ? 'Count me in' : 'Leave me out'}
      </button>
    </form>
  )
}
