/** Shapes that tell standpoints apart where colour tells framings: drawn around 0, about 10 px across. */
const shapes = [
  'M0-5.5A5.5 5.5 0 1 1 0 5.5A5.5 5.5 0 1 1 0-5.5Z',
  'M-4.6-4.6H4.6V4.6H-4.6Z',
  'M0-6L5.8 4.6H-5.8Z',
  'M0-6.4L6.4 0L0 6.4L-6.4 0Z',
  'M0 6L5.8-4.6H-5.8Z',
  'M-1.9-6H1.9V-1.9H6V1.9H1.9V6H-1.9V1.9H-6V-1.9H-1.9Z',
  'M0-6.4L1.7-2L6.1-2L2.7 .9L3.8 5.2L0 2.7L-3.8 5.2L-2.7 .9L-6.1-2L-1.7-2Z',
  'M-3-5.4H3L6 0L3 5.4H-3L-6 0Z',
]

export const shapeOf = (mark: number): string => shapes[mark % shapes.length] as string
