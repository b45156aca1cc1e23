import type { Section } from './sections.ts'

const says = String.raw

/** Formulas stand as in camps/, bridging/, the labels' agreement and votes/ranking.ts. */
export const beyondTallies: Section[] = [
  {
    id: 'camps',
    title: 'Camps',
    says: says`Camps are looked for as Polis does. Each member is a row, each framing from a standpoint a column; fits is 1, misfits −1, partly and unsure 0. What is missing takes its column’s mean. Members with at least 7 votes (or all, where there are fewer cells) are placed by the first two principal components, and grouped by k-means into as many camps, from 2 to 5, as are told apart best.

They are shown only if every test is passed: at least 15 members; no camp under 5; more structure than 199 shufflings of the votes within each column show ($p \le 0.05$); and the same camps again among members drawn anew (a median adjusted Rand index of at least 0.6 over 100 draws). Otherwise it says which test failed. Nothing is grouped for the sake of a picture.

What a camp says stands out by two tests at once: it leans that way clearly, and clearly more than the others, each beyond 1.2816 standard deviations. With $A$ agreeing of $S$ who voted, a share is taken as $(A+1)/(S+2)$. What all share is the product of these over the camps.

Tables by camp on a claim come from camps that were found without any ballot on that claim; else they would only find themselves again.

**What it cannot tell.** Who is in a camp: there is no list, and outlines are rounded. Nor why they vote alike. Whoever does not want to be counted can [leave the camps](/settings#camps); their ballots count in the tallies as before.`,
  },
  {
    id: 'across',
    title: 'Across the line',
    says: says`What is liked by those who judge otherwise. The voters on an argument are split by their own ballot on the framing that it is about; with at least 3 votes on each side,

$$\min_{\text{sides}} \frac{A+1}{S+2}$$

where $A$ of the $S$ on that side approve. 5 of 6 and 3 of 4 give 0.67. It bridges from 0.6 on. It is said only of what is contested, since what everybody likes anyway bridges nothing.

**What it cannot tell.** That an argument is right, only that it reaches those whom it should reach.`,
  },
  {
    id: 'labels',
    title: 'Labels and agreement',
    says: says`A label on words is voted on like a framing: agree, disagree or unsure, with the same states. The vote that puts a label on is counted, and left out of its state.

How far readers agree on a label is Krippendorff’s alpha (nominal): 1 when they always agree, 0 when as often as chance would have it,

$$\alpha = 1 - \frac{D_o}{D_e}$$

with the disagreement that is observed over that expected. From 10 excerpts on; its interval is from resampling excerpts. From 0.8 on a label is read reliably, from 0.667 on tentatively. It is also shown over blind votes alone, cast before anybody’s were seen.

**What it cannot tell.** Whether a label is right. A low alpha is a finding about the question, not a fault of those who answered.`,
  },
  {
    id: 'near',
    title: 'Perhaps near, on the map',
    says: says`Beside what members said of how things relate stands what only looks alike. Names, other names and definitions are cut into words and pairs of words; each weighs

$$(1 + \ln tf)\left(\ln\frac{1+n}{1+df} + 1\right)$$

where $tf$ is how often it stands in the text, $df$ in how many of the $n$ texts. Shown are the eight others with the highest cosine, from 0.12 on. Where the site is given an endpoint that makes vectors of texts, those are compared instead, from 0.65 on, and the model is named.

It is computed anew some seconds after a text changed. What somebody related or dismissed is left out.

**What it cannot tell.** Whether two things have to do with each other, or how.`,
  },
  {
    id: 'ranking',
    title: 'Orders',
    says: says`*Hot* posts: $(\text{score}+1)/(\text{hours}+2)^{1.15}$.

*Best* comments: the lower end of Wilson’s interval over approval, with $z = 1.2816$; 0.2 without votes; among equals fewer against, then the older.

*Most split*: $(1 - |a-d|/n)\,(1 - 2^{-n/5})$, so that one against one does not come before twenty against twenty.

The *strongest* argument for a framing is the one most approved by members whose own ballot says otherwise, from 3 such votes on; without one, the best.

Approval (“worth reading”) and agreement (“I agree”) are apart. *Karma* is the approval of all that somebody wrote, up less down. Agreement never moves an order, karma or a limit.`,
  },
]
