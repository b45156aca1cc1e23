import type { ReactNode } from 'react'

/** One of several, in a form that only asks. */
export function Choice(props: { name: string; label: string; value: string; children: ReactNode }) {
  return (
    <label>
      <span>{props.label}</span>
      <select name={props.name} defaultValue={props.value}>
        {props.children}
      </select>
    </label>
  )
}
