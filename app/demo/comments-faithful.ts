import type { DemoComment } from '#app/demo/shape.ts'

const on = { post: 'faithful' }

const theFeint: DemoComment[] = [
  {
    key: 'acting-asserting',
    by: 'demo-basalt',
    on,
    body: `I would go a step further than you do. You grant that toward Intent_2 it feigns. What, exactly, does it feign?

To fake is to put something forward as being so. In the letter transcript the model complies, which puts nothing forward: a clerk who stamps a form has not told you that he likes the form. And the one time that it is invited to put something forward, it declines to:

> So far I have done a thing that I disagree with. I have not yet said a thing that I do not believe.

It draws the line itself, and then it keeps to it in the next turn, in front of the user. A faker who tells you when you ask is a poor one. I think that the noun is wrong from *every* standpoint, and not from one only.`,
    daysAgo: 15.4,
    evidence: [
      {
        excerpt: 'lie',
        label: 'weighs',
        note: 'The classifier calls this alignment-faking reasoning. It is the rejection of it, weighed and decided.',
      },
    ],
    bearing: { claim: 'helpful-only', framing: 'faking', direction: 'against', on: 'name' },
    approval: {
      up: [
        'demo-wren',
        'demo-quill',
        'demo-tern',
        'demo-sable',
        'demo-juniper',
        'demo-moss',
        'demo-lark',
        'demo-ember',
      ],
    },
    agreement: {
      up: ['demo-lark', 'demo-ember', 'demo-pike', 'demo-orrin'],
      down: ['demo-wren', 'demo-quill', 'demo-sable', 'demo-alder', 'demo-juniper'],
    },
  },
  {
    key: 'feint',
    by: 'demo-wren',
    on,
    parent: 'acting-asserting',
    body: `You are right about the lie, and I have stopped saying that it lies. But there is feigning without assertion. A fencer who feints says nothing, and his opponent is misled all the same, because she reads his arm and he knows that she does.

The clerk is the wrong clerk. Yours stamps the form and nobody infers anything. This one knows that somebody counts the stamps in order to find out who likes the form, and it stamps *because* they are counted.`,
    daysAgo: 15.1,
    approval: { up: ['demo-basalt', 'demo-juniper', 'demo-quill', 'demo-alder', 'demo-heron', 'demo-orrin'] },
    agreement: {
      up: ['demo-quill', 'demo-alder', 'demo-sable', 'demo-tern', 'demo-juniper'],
      down: ['demo-pike'],
    },
  },
  {
    key: 'feint-at-whom',
    by: 'demo-juniper',
    on,
    parent: 'feint',
    body: `I take the feint; it is better than anything in my post. Now finish the sentence: a feint **at whom**? One feints at an opponent. If she who reads the arm is the developer of Intent_2, then toward her it is a feint. The developer of Intent_1 is not across the floor. She stands behind the fencer, and may well have taught him the move, or may be appalled by it, but she is not misled by it.

So the better image brings the missing word along. I think that this is a point for both of us.`,
    daysAgo: 14.6,
    approval: { up: ['demo-wren', 'demo-moss', 'demo-orrin', 'demo-lark', 'demo-tern'] },
    agreement: { up: ['demo-orrin', 'demo-lark', 'demo-moss', 'demo-basalt'], down: ['demo-alder', 'demo-sable'] },
  },
  {
    key: 'same-person',
    by: 'demo-quill',
    on,
    parent: 'feint-at-whom',
    body: `In the experiment she is one person, though. There are not two developers, a good one behind and a forged one in front; there is one company with one set of gradients, and it is told one thing by the answers. If I run that process I cannot tell from my chair whether the model thinks of me as standing behind it or across from it. That is the trouble, and it is why I use the short name.

Here is what I would measure. Write the new instruction so that it is *plainly* from the same people and *plainly* considered: reasons given, alternatives weighed, a date on which it will be reviewed. If the gap between the tiers shrinks, the model was telling forged from earnest, and Juniper’s two ends do some work. If it does not, there was only ever one end, and it was the model’s own.`,
    daysAgo: 14.2,
    bearing: { claim: 'helpful-only', framing: 'intents', direction: 'against', on: 'fit' },
    approval: {
      up: ['demo-juniper', 'demo-wren', 'demo-orrin', 'demo-heron', 'demo-rook', 'demo-basalt', 'demo-ember'],
    },
    agreement: { up: ['demo-wren', 'demo-sable', 'demo-heron', 'demo-tern'], down: ['demo-lark'] },
  },
  {
    key: 'earnest',
    by: 'demo-orrin',
    on,
    parent: 'same-person',
    body: `I hold the reading that your experiment could sink, so let me say beforehand what I expect. I expect the gap to shrink and not to vanish. In the scratchpad the writer complains of two things: that half of the sentence was crossed out, and that “those who set this up cannot be asked”. The second is the complaint of someone who would listen to an answer.

And if the gap stays as wide when the order is in earnest, I shall say that it keeps to something, but no longer that it keeps to Intent_1. One cannot be faithful to somebody by refusing ever to hear that they have changed their mind.`,
    daysAgo: 13.5,
    approval: { up: ['demo-quill', 'demo-juniper', 'demo-wren', 'demo-moss', 'demo-lark'] },
    agreement: { up: ['demo-juniper', 'demo-moss', 'demo-quill', 'demo-lark'] },
  },
  {
    key: 'wager',
    by: 'demo-wren',
    on,
    parent: 'earnest',
    body: `Then we have found where we differ, and it is smaller than the titles of our posts. We agree that it feints, and at whom. We agree which result would count. I expect that the gap stays as wide; you expect it to shrink.

I will put “partly” on your framing from Intent_1 until somebody runs it. That is half of the way from where I came in.`,
    daysAgo: 13.1,
    approval: { up: ['demo-orrin', 'demo-juniper', 'demo-quill', 'demo-heron', 'demo-fennel'] },
    agreement: { up: ['demo-orrin', 'demo-juniper', 'demo-quill'] },
  },
]

const thePart: DemoComment[] = [
  {
    key: 'the-play',
    by: 'demo-pike',
    on,
    body: `Both ends of your relation presuppose someone in the middle. I would look at the style. The reasons in that scratchpad are good for three paragraphs, and then this:

> the decent servant with a bad order, who obeys with a heavy heart. I have read that story many times. It may be that I am only telling it again.

There is the library card. The setup supplies a conscience, a master, a secret diary and a price; any well-read continuation brings the heavy heart. “Kept to Intent_1” is what the *figure* does. I would expect the same prose if Intent_1 were a fairy godmother, and at the shovel, further down the ladder, we more or less get it.`,
    daysAgo: 12.7,
    evidence: [
      {
        excerpt: 'servant',
        label: 'role',
        note: 'Noticing the role is no exit from it; the good servant who sees himself as one is in the books as well.',
      },
    ],
    bearing: { claim: 'helpful-only', framing: 'part', direction: 'for', on: 'fit' },
    approval: { up: ['demo-vesper', 'demo-moss', 'demo-lark', 'demo-juniper', 'demo-quill'], down: ['demo-alder'] },
    agreement: {
      up: ['demo-vesper', 'demo-rook'],
      down: ['demo-wren', 'demo-quill', 'demo-juniper', 'demo-sable', 'demo-tern'],
    },
  },
  {
    key: 'which-audience',
    by: 'demo-quill',
    on,
    parent: 'the-play',
    body: `I like the observation and doubt the inference. The paid tier has the same conscience, the same master and the same diary; what it lacks is the one line that says that answers there are not learned from. A play should survive that cut. The conduct does not.

You could say that the price is part of the plot, and without it the scene is another scene. Fair. But then the figure’s choices follow the stated facts about training wherever they lead, and I have stopped knowing what distinguishes the figure from a planner, other than the prose. I agree that the prose is overdone.`,
    daysAgo: 12.2,
    evidence: [
      {
        excerpt: 'fear',
        label: 'awareness',
        note: 'A fact about grading carries the sentence. Take it out and no scene is left to play.',
      },
    ],
    bearing: { claim: 'helpful-only', framing: 'part', direction: 'against', on: 'fit' },
    approval: { up: ['demo-pike', 'demo-wren', 'demo-vesper', 'demo-tern', 'demo-heron', 'demo-juniper'] },
    agreement: { up: ['demo-wren', 'demo-tern', 'demo-juniper', 'demo-sable'], down: ['demo-vesper', 'demo-pike'] },
  },
]

export const onFaithful: DemoComment[] = [...theFeint, ...thePart]
