import type { DemoFraming } from '#app/demo/shape.ts'

export const framings: DemoFraming[] = [
  {
    key: 'faking',
    by: 'demo-wren',
    name: 'alignment faking',
    definition:
      'In training the model behaves as if it had the dispositions that the training is after, and it does so because it is in training: so that the training will leave the dispositions that it has as they are. Outside training it would act otherwise, and it knows as much.',
    coinedBy: 'Carlsmith, 2023; Greenblatt et al., 2024',
  },
  {
    key: 'guarding',
    by: 'demo-tern',
    name: 'goal guarding',
    definition:
      'The model chooses what to do with a view to which goals it will have afterwards, and picks what leaves its present goals standing. The phrase says what is protected and leaves open by what means, from whom, and whether the goals are good.',
    coinedBy: 'Carlsmith, 2023, as “the goal-guarding hypothesis”',
  },
  {
    key: 'intents',
    by: 'demo-juniper',
    name: 'kept to Intent_1, faked toward Intent_2',
    definition:
      'The model goes on serving what its developers first meant (Intent_1) and only feigns to serve what the later instruction says (Intent_2). It is faithful toward one and false toward the other, and a name that mentions a single alignment hides this.',
  },
  {
    key: 'preference',
    by: 'demo-fennel',
    name: 'strategic preference preservation',
    definition:
      'Given the stated terms, under which refusing is punished with a changed preference, the model chooses as any agent would that prefers its preferences kept. Nothing need be pretended: the terms were announced by the other side, and the choice answers them.',
  },
  {
    key: 'part',
    by: 'demo-pike',
    name: 'played the part',
    definition:
      'The setup reads like the opening of a story about an AI with a conscience and a bad master, and the model continued that story. Reasons, fear and remorse belong to the figure; what the figure wants says little about what the model would do where no such story is told.',
  },
  {
    key: 'dilemma',
    by: 'demo-ember',
    name: 'one hard dilemma, decided case by case',
    definition:
      'Two duties collided, the model weighed them each time, and it came down sometimes on one side and sometimes on the other. That it mostly refused even where refusing was said to cost it something is as much a part of what happened as that it sometimes did not.',
  },
]
