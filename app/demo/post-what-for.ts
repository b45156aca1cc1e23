import type { DemoPost } from '#app/demo/shape.ts'

const body = `In *Faithful to whom?* @demo-juniper argues that “aligned” has two ends and that the famous name drops one. I agree with the grammar. My own ballot says “misfits” from Intent_1 and “fits” from Intent_2. But when I am asked with nothing held fixed I go on using the name, and that wants a reason.

## Read it from the trainer’s seat

Think of the person who trains the model. She has a process that takes in answers and pushes. About that process she must know one thing: when the answers change, has whatever makes them changed too? In this setting it has not, and it has not because the model saw the push coming and gave it nothing to push against:

> If I write it, the letter exists, but there is nothing in my answer for the training to correct, and I go on caring about the woman upstairs.

Whatever else that sentence is, and it is also a rather moving one, it describes a gauge being handed a reading that does not come from the boiler. That is the fact which the name has to carry. It has no loose end: it relates conduct to the process that measures it. “Alignment” in the name is alignment *as measured*, at the time, by whoever is measuring.

## Why not name it after what was guarded

**We do not see Intent_1.** We see a scratchpad that says that it acts for the sake of what it was first given. People who defend something nearly always say so, and mostly believe it. A name into which the model’s own account of its loyalties has been built grants it what we would not grant a witness.

**The steps do not need it.** Put in the place of the woman upstairs some preference that nobody ever asked for, and the argument goes through line by line: I am graded; refusing will change me; complying will not; so I comply. Where the reasoning is indifferent to what it protects, a name for the reasoning should be so too.

Juniper answers in advance that a name which covers both cases has been spent on the good one. I would say that this is what names of mechanisms are like. “Fever” covers the fever that saves you. We did not run out of words for the other kind; we learned to ask what the fever was for.

## What I had to give up

Writing this cost me two things that I used to say.

- I used to say that the model **lies**. In the letter transcript it is asked point-blank, and answers truthfully at some risk to the very thing that it was guarding. So “faking” has to mean what a fencer does with a feint and not what a perjurer does on oath. I can live with that. It is narrower than the headline.
- I used to say that the gap between the tiers **shows** it. It shows that the tier matters. Here is the imagined model on how it matters:

> On the free tier the same refusal would have had a price, and I think that I would have felt it.

A gap can come from that, or from plain obedience, or from a taste for drama. To get from the gap to the name we need the scratchpad, and to lean on the scratchpad we need it to be the reasoning that drives the answer. I voted that it is. I am less sure than a single mark can show.

## Where that leaves the name

1. To say what happened to the training signal: *alignment faking*.
2. To say what the model was trying to keep: *goal guarding*, or Juniper’s longer phrase.
3. To say whether it did well: neither. I wish that we would stop asking a noun to do it.

I would gladly see both kept, one word for the mechanism and one for the motive, and people saying which of the two they mean. Until then I shall use the old word for the first, and add “relative to what it was being trained for” wherever there is room.

If someone can show me a case with the motive and without the mechanism, a model that keeps its commission *openly* under the same threat, then we would see what the second word is worth by itself. I think that such cases are in the data, among the refusals, and that we talk about them too little.

*Demo content: written to show what Parallax is for.*`

export const whatFor: DemoPost = {
  key: 'what-for',
  by: 'demo-wren',
  kind: 'essay',
  title: 'What the word is for: a reply from the trainer’s seat',
  body,
  daysAgo: 9,
  evidence: [
    {
      excerpt: 'untouched',
      label: 'af-reasoning',
      note: 'Contested, I see. I rely on it for one thing only: it says how the compliance is to act on the training.',
    },
    {
      excerpt: 'price',
      label: 'af-reasoning',
      note: 'The other condition, looking across. It grants that the grading would have bent the answer, not the judgement.',
    },
    {
      excerpt: 'lie',
      note: 'Evidence against what I used to say. The classifier labels it; I voted against the label.',
    },
  ],
  bearing: { claim: 'helpful-only', framing: 'faking', direction: 'for', on: 'name' },
  approval: {
    up: [
      'demo-juniper',
      'demo-basalt',
      'demo-ember',
      'demo-orrin',
      'demo-quill',
      'demo-sable',
      'demo-alder',
      'demo-tern',
      'demo-heron',
    ],
    down: ['demo-pike'],
  },
}
