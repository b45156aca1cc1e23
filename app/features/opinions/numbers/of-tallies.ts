import type { Section } from './sections.ts'

const says = String.raw

/** Formulas stand as in tally.ts, standpoint-effect.ts and opposition.ts of the ballots' room, and in lib/statistics.ts. */
export const ofTallies: Section[] = [
  {
    id: 'tally',
    title: 'Tallies',
    says: says`One ballot a member, claim, standpoint and framing: *fits*, *partly*, *misfits* or *unsure*. The latest counts. Nobody’s ballot weighs more than another’s.

With $f$ fits, $p$ partly and $m$ misfits, $n = f + p + m$, and the share is

$$s = \frac{f + \frac{1}{2}p}{n}$$

Who is unsure is counted beside it and left out of $n$. The split says how evenly members stand against each other, 0 when all say the same and 1 when half stands against half:

$$4 \left( \frac{f + \frac{1}{4}p}{n} - s^2 \right)$$

**What it cannot tell.** Members chose to vote. They are no sample of anybody, and a share is not how many people in the world would say so.`,
  },
  {
    id: 'interval',
    title: 'Intervals',
    says: says`The whiskers are Wilson’s 95 % interval on the share, with $z = 1.96$:

$$\frac{s + \frac{z^2}{2n} \pm z \sqrt{\frac{s(1-s)}{n} + \frac{z^2}{4n^2}}}{1 + \frac{z^2}{n}}$$

18 of 20 gives 0.70 to 0.97. Where *partly* counts half, votes vary less than the formula supposes, so the interval is wider than it need be: conservative. An outline instead of a filled mark says that fewer than five judged.

**What it cannot tell.** It covers only the luck of who happened to vote, if those who did were drawn at random from those who might. They were not.`,
  },
  {
    id: 'states',
    title: 'Contested, settled, open',
    says: says`With at least 5 who judged: *contested* when the smaller of fits and misfits is 30 % or more of $n$; *settled* when it is less and the interval excludes one half. Everything else is *open*: too few, or leaning.`,
  },
  {
    id: 'handles',
    title: 'Names',
    says: says`“What would you call this?” is counted apart from how far a framing fits: one name a member, claim and standpoint, or *none of these*. An accurate reading can be a bad name, and a common name a bad reading.`,
  },
  {
    id: 'effect',
    title: 'The standpoint effect',
    says: says`How far the same members’ verdicts move from one standpoint to another. With fits as 1, partly as ½ and misfits as 0, over the $n$ members who judged a framing from both:

$$\frac{1}{n} \sum_{i=1}^{n} \left( v_i^{\text{to}} - v_i^{\text{from}} \right)$$

The interval is the middle 95 % of 2,000 resamples of these members, drawn with a fixed seed, so that the same ballots always give the same interval. Fewer than 10 members who judged both: too few to say.

It is always between the first two standpoints after *all things considered*, in the order in which they were added, never the pair found furthest apart: among three standpoints that change nothing at all, the largest difference seems to exclude zero most of the time.

**What it cannot tell.** To be asked for two standpoints invites two answers. An effect shows that verdicts follow the standpoint, not that either is right.`,
  },
  {
    id: 'opposed',
    title: 'Contradiction',
    says: says`The chance that two different members, picked at random, contradict each other, one saying fits and the other misfits:

$$\frac{2fm}{n(n-1)}$$

Over the members who judged the framing from every standpoint of the claim, so that it is the same people everywhere. 6 fits and 4 misfits give 0.53. It is said in words from five members on.`,
  },
  {
    id: 'cruxes',
    title: 'Cruxes',
    says: says`Where a standpoint supposes a proposition, and members who judged both all things considered and under the supposition contradict each other less under it, the proposition is listed as a crux: much of the disagreement hangs on whether it holds. Averaged over the framings that at least five judged both ways.

**What it cannot tell.** That the proposition is true; nor that people would agree if it were shown.`,
  },
  {
    id: 'time',
    title: 'Over time, and privacy',
    says: says`Every claim is kept as it stood at the end of each day, UTC. A line stays where it was until a day in which somebody voted, changed or took back.

In a small forum totals can give people away. So nothing here is finer than a day: the days shown end with yesterday, an earlier tally (“?at=” in the API) is that of a day’s end, and no file carries the time, the reason or the name of a ballot, unless its member shows their ballots. Only the tally that stands now moves when somebody votes. Whoever looks at it before and after can see that somebody did; who, it does not say.

When the votes of an imported author become a member’s, or words are changed, days that are over stay as they were shown.`,
  },
]
