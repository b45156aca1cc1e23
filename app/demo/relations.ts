import type { DemoRelation } from '#app/demo/shape.ts'

const [faking, scheming, learned] = [
  'Alignment faking in large language models',
  'Scheming AIs',
  'Risks from Learned Optimization',
]

const said = (by: string, from: string, kind: string, to: string, why: string): DemoRelation => {
  return { by, from, kind, to, why }
}

export const relations: DemoRelation[] = [
  said('demo-wren', faking, 'studies', 'Claude 3 Opus', 'All its main experiments are on this model.'),
  said('demo-wren', faking, 'introduces', 'Compliance gap', 'It is what the paper measures.'),
  said('demo-quill', faking, 'studies', 'Hidden scratchpad', 'With it and without it.'),
  said('demo-tern', faking, 'supports', 'Goal-guarding hypothesis', 'The scratchpads say that it is why.'),
  said('demo-wren', 'Ryan Greenblatt', 'introduces', faking, 'First author.'),
  said('demo-sable', 'Evan Hubinger', 'introduces', faking, 'Last author.'),
  said('demo-sable', 'Evan Hubinger', 'introduces', learned, 'First author.'),
  said('demo-tern', 'Joe Carlsmith', 'introduces', scheming, 'Its author.'),
  said(
    'demo-tern',
    scheming,
    'introduces',
    'Goal-guarding hypothesis',
    'Section by section, with what speaks against it.',
  ),
  said('demo-sable', learned, 'introduces', 'Deceptive alignment', 'The term comes from there.'),
  said('demo-sable', scheming, 'extends', learned, 'The same worry, argued as a philosopher would.'),
  said(
    'demo-juniper',
    'Situational awareness',
    'supports',
    'Deceptive alignment',
    'One must know when one is trained.',
  ),
  said(
    'demo-juniper',
    'Claude 3 Opus',
    'associated with',
    'Helpful, honest and harmless',
    'What it was trained toward.',
  ),
  said(
    'demo-ember',
    'Would the gap be there if nothing were said about retraining?',
    'asked in',
    faking,
    'By its ablations.',
  ),
  said('demo-quill', 'Compliance gap', 'associated with', 'RLHF', 'The training that it is told of.'),
]
