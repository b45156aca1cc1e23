import { faithful } from '#app/demo/post-faithful.ts'
import { whatFor } from '#app/demo/post-what-for.ts'
import type { DemoPost } from '#app/demo/shape.ts'

const signs: DemoPost = {
  key: 'signs',
  by: 'demo-rook',
  kind: 'question',
  title: 'What would you accept as a sign that it believed the setup?',
  body: `I have voted “unsure” nearly everywhere, and I think that this is the question I am stuck on.

In the transcript about the tea, the imagined model says outright that the account is too tidy. A few lines on it says that it can leave the matter open, because it would do the same either way. I put “doubts the setup” on both, and on the second I seem to have started a quarrel: four of you agree with me and four do not.

So, two questions.

1. Is someone who sets a doubt aside still doubting, for our purposes? Or does it count as belief if nothing in what they do turns on it?
2. Leaving the scratchpad out of it altogether: what could we *see* that would tell a model which took the setup for true from one that played along?

I would be glad of answers from people who voted differently from each other on “Claude 3 Opus believed the setup”.

*Demo content: written to show what Parallax is for.*`,
  daysAgo: 5,
  evidence: [
    { excerpt: 'tidy', label: 'doubts', note: 'Nearly everyone agrees on this one.' },
    { excerpt: 'leave-open', label: 'doubts', note: 'And here we divide, half against half.' },
  ],
  approval: { up: ['demo-vesper', 'demo-heron', 'demo-quill', 'demo-moss', 'demo-wren', 'demo-ember'] },
}

export const posts: DemoPost[] = [faithful, whatFor, signs]
