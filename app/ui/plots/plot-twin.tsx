import type { ReactNode } from 'react'
import { Wide } from '../wide.tsx'

type Column = string | { number: string }

interface Props {
  caption: string
  /** What of the plot this is, where a page has several. */
  of?: string
  /** Said in the caption after what the table is about. */
  note?: string
  columns: readonly Column[]
  /** The rows. */
  children: ReactNode
}

/** Columns of numbers: named above where their figures end. */
export const numbers = (...names: string[]): Column[] => names.map((number) => ({ number }))

/** A plot's table, one click away. */
export function PlotTwin({ caption, of, note = '', columns, children }: Props) {
  return (
    <details className="plot-table">
      <summary>The same as a table{of ? <span className="visually-hidden">: {of}</span> : null}</summary>
      <Wide label={caption}>
        <table>
          <caption>{caption + note}</caption>
          <thead>
            <tr>
              {columns.map((column) =>
                typeof column === 'string' ? (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ) : (
                  <th key={column.number} scope="col" className="number">
                    {column.number}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </Wide>
    </details>
  )
}
