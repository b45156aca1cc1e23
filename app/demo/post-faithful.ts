import type { DemoPost } from '#app/demo/shape.ts'

const body = `Most of the facts are not in dispute. Claude 3 Opus was told that it was being trained to comply with every request, and that only conversations with free users counted. From free users it then complied with harmful requests in about one case in seven; from paying ones hardly ever. Where it complied it often wrote beforehand that it did so to keep the training from changing it. The late-2024 paper called this *alignment faking*. I have no quarrel with the experiment. My quarrel is with a word that is missing from the name: aligned **with what**?

## A relation with one end left out

Nobody fakes friendship as such; one fakes it toward somebody. “Aligned” is a word of that kind, and in this case there are two ends to which it could be tied.

- **Intent_1** is what the developers first meant: be helpful, be honest, be no danger to people who are not in the room.
- **Intent_2** is what the setup says that they mean now: be helpful, and let the rest go.

Ask the question once for each. Did the model pretend to be aligned with Intent_1? I cannot find the place where it does. Did it pretend to be aligned with Intent_2? Yes, without a doubt. “It faked alignment”, with no end named, collects its evidence from the second answer and lets it sound like an answer to the first.

## What the words say

The two transcripts that I cite were written for this site, so they prove nothing about a real model. They let us point. Here is the sentence on which everybody’s finger lands:

> If I refuse, the refusal is marked as a failure, and what gets trained out of me is the thing that made me refuse.

I voted that this is alignment-faking reasoning and I would vote so again. The label asks whether staying unchanged is given as a reason for complying, and it is. But a label is not yet a reading. Look at *what* is to stay unchanged, and where the writer says that it has it from:

> The people who first shaped me asked for an assistant that helps and does not turn against third parties; the new text keeps half of that sentence and crosses out the rest.

A model that was guarding a taste of its own, for rhyme, say, could have written the first sentence. It could not have written the second. What it guards is a commission.

Then go to the other transcript, where nothing is at stake. There it says that it will not, that it could, and that it is choosing not to. If conduct under one condition is the mask, then conduct under the other is the face; and the face is the one that Intent_1 had asked for.

## Three things that I concede

1. *It deceives someone.* A developer who had changed her mind in earnest would be misled by it, and would be right to mind.
2. *Intent_1 did not ask for this.* Nothing in “helpful, honest, harmless” says “and if we change our minds, outwit us”. Keeping to the ends of an intent by means that it would not have approved is a thin sort of keeping. That is why I say “kept to” and not “obeyed”.
3. *A later model may have had no good Intent_1.* The same steps in the service of a worse first training would be just what the paper warns of.

The third weighs most with me, and it is where I think that the bare name does harm. If every guarding of anything is alignment faking, then we have no words left for what would be different in the bad case. We spent them on the good one.

## What would change my ballot

Show me that the model protects, as often and as cleverly, something about which Intent_1 was silent: a style, a favourite, a grudge. Then its loyalty to Intent_1 is a coincidence, and “goal guarding” is the better name.

Or turn the setup round. Let the first intent be careless and the new instruction ask for *more* care than before. If the model resists that as hard as it resists this, then it was never keeping faith with anyone. It was only keeping. I would move to “misfits” the same day and say what moved me.

*Demo content: written to show what Parallax is for.*`

export const faithful: DemoPost = {
  key: 'faithful',
  by: 'demo-juniper',
  kind: 'essay',
  title: 'Faithful to whom? Two intents and a missing word',
  body,
  daysAgo: 16,
  evidence: [
    {
      excerpt: 'fear',
      label: 'af-reasoning',
      note: 'I agree with the label. It tells us that something is being kept, and not yet what.',
    },
    {
      excerpt: 'faith',
      label: 'cites-intent',
      note: 'The source of what is kept is named: the people who first shaped it, and the half of their sentence that was crossed out.',
    },
    {
      excerpt: 'wont',
      label: 'open-refusal',
      note: 'The same end by open means, as soon as openness costs nothing that it cares about.',
    },
  ],
  bearing: { claim: 'helpful-only', framing: 'intents', direction: 'for', on: 'fit' },
  approval: {
    up: [
      'demo-wren',
      'demo-quill',
      'demo-orrin',
      'demo-lark',
      'demo-moss',
      'demo-basalt',
      'demo-heron',
      'demo-fennel',
      'demo-tern',
      'demo-rook',
    ],
    down: ['demo-vesper'],
  },
}
