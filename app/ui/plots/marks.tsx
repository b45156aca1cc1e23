import { shapeOf } from './shapes.ts'

/** The shape by itself, beside the words that it stands for. */
export function Mark({ mark }: { mark: number }) {
  return (
    <svg className="mark" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      <path d={shapeOf(mark)} />
    </svg>
  )
}
