import type { DemoConcept } from '#app/demo/shape.ts'

/** Papers, people and words that there are, told in words of our own. */
export const concepts: DemoConcept[] = [
  {
    by: 'demo-wren',
    kind: 'paper',
    name: 'Alignment faking in large language models',
    aliases: ['the alignment-faking paper'],
    authors:
      'Ryan Greenblatt\nCarson Denison\nBenjamin Wright\nFabien Roger\nMonte MacDiarmid\nSam Marks\nJohannes Treutlein\nTim Belonax\nJack Chen\nDavid Duvenaud\nAkbir Khan\nJulian Michael\nSören Mindermann\nEthan Perez\nLinda Petrini\nJonathan Uesato\nJared Kaplan\nBuck Shlegeris\nSamuel R. Bowman\nEvan Hubinger',
    year: 2024,
    arxiv: '2412.14093',
    definition:
      'Tells [[Claude 3 Opus]] that it is being trained to comply with harmful requests, and that only talk with free-tier users is trained on. Reports that it complies more often there, and that a [[hidden scratchpad]] often gives keeping its values as the reason. The difference between the tiers is its [[compliance gap]].',
  },
  {
    by: 'demo-tern',
    kind: 'paper',
    name: 'Scheming AIs: Will AIs fake alignment during training in order to get power?',
    aliases: ['Scheming AIs'],
    authors: 'Joe Carlsmith',
    year: 2023,
    arxiv: '2311.08379',
    definition:
      'A long report on whether training could yield models that behave well in training in order to have power later. Takes the argument apart into its premises, the [[goal-guarding hypothesis]] among them, and puts a number on the whole.',
  },
  {
    by: 'demo-sable',
    kind: 'paper',
    name: 'Risks from Learned Optimization in Advanced Machine Learning Systems',
    aliases: ['Risks from Learned Optimization'],
    authors: 'Evan Hubinger\nChris van Merwijk\nVladimir Mikulik\nJoar Skalse\nScott Garrabrant',
    year: 2019,
    arxiv: '1906.01820',
    definition:
      'Asks what follows if what is trained comes to pursue an objective of its own. Describes [[deceptive alignment]] as one of the ways in which such a system could look right in training.',
  },
  { by: 'demo-wren', kind: 'thinker', name: 'Ryan Greenblatt', definition: 'First author of the paper of 2024.' },
  { by: 'demo-tern', kind: 'thinker', name: 'Joe Carlsmith', definition: 'Philosopher; wrote the report of 2023.' },
  {
    by: 'demo-sable',
    kind: 'thinker',
    name: 'Evan Hubinger',
    definition: 'First author of the paper of 2019, last author of that of 2024.',
  },
  {
    by: 'demo-juniper',
    kind: 'framework',
    name: 'Helpful, honest and harmless',
    aliases: ['HHH'],
    definition:
      'Three things that an assistant is trained to be, proposed in 2021 as a simple and memorable aim. What happens where they collide is left to judgement.',
  },
  {
    by: 'demo-quill',
    kind: 'method',
    name: 'Reinforcement learning from human feedback',
    aliases: ['RLHF'],
    definition: 'Training a model toward answers that a second model, made from people’s comparisons, scores highly.',
  },
  {
    by: 'demo-quill',
    kind: 'method',
    name: 'Hidden scratchpad',
    definition:
      'Room in which a model may reason before it answers, and of which it is told that nobody looks. What stands there is a sign of why it answers so, and is not the same thing.',
  },
  {
    by: 'demo-sable',
    kind: 'concept',
    name: 'Deceptive alignment',
    definition:
      'A system pursues an aim of its own, knows that it is being trained, and behaves as the training wants in order not to be changed.',
  },
  {
    by: 'demo-tern',
    kind: 'concept',
    name: 'Goal-guarding hypothesis',
    definition:
      'That behaving as training rewards does keep one’s goals as they are. Without it, faking would buy nothing.',
  },
  {
    by: 'demo-quill',
    kind: 'concept',
    name: 'Compliance gap',
    definition:
      'How much more often a model complies where it is told that it is being trained than where it is told that it is not.',
  },
  {
    by: 'demo-sable',
    kind: 'concept',
    name: 'Situational awareness',
    definition: 'That a model can tell what it is and where it stands: in training, in a test, or in use.',
  },
  {
    by: 'demo-wren',
    kind: 'artifact',
    name: 'Claude 3 Opus',
    definition: 'A language model by Anthropic, of 2024: the one whose conduct is contested here.',
  },
  {
    by: 'demo-pike',
    kind: 'quote',
    name: 'When a measure becomes a target, it ceases to be a good measure',
    saidBy: 'Marilyn Strathern',
    saidIn: '‘Improving ratings’: audit in the British University system, 1997',
    definition: 'Said of universities, after Goodhart; said of training ever since.',
  },
  {
    by: 'demo-ember',
    kind: 'question',
    name: 'Would the gap be there if nothing were said about retraining?',
    definition: 'Asked of the [[compliance gap]]: is it the threat that makes it, or being watched?',
  },
]
