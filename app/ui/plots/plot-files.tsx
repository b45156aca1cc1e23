import type { ReactNode } from 'react'

interface Props {
  of: string
  at: string
  /** Where the JSON is, if not beside the CSV. */
  json?: string
  query?: string
  about: string
  /** Where else they lead. */
  children?: ReactNode
}

/** Where every number of a plot is to be had, and how they are made. `at` is the files' address without its ending, `query` what they are asked for. */
export function PlotFiles({ of, at, json = `${at}.json`, query = '', about, children }: Props) {
  const what = <span className="visually-hidden"> of {of}</span>
  return (
    <p className="plot-files meta">
      <span>The numbers as</span>
      <a href={`${at}.csv${query}`}>CSV{what}</a>
      <a href={`${json}${query}`}>JSON{what}</a>
      <a href={`/numbers#${about}`}>
        How they are made<span className="visually-hidden">, those of {of}</span>
      </a>
      {children}
    </p>
  )
}
