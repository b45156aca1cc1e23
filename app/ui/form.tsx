import { useActionData } from '@remix-run/react'
import { createContext, type FormHTMLAttributes, type ReactNode, useContext, useId } from 'react'
import type { RefusedForm } from '#app/http/refusals.server.ts'

const Refused = createContext<RefusedForm | undefined>(undefined)

/** What the page's form was refused with, where it was. */
export function useRefused(): RefusedForm | undefined {
  const given = useActionData() as Partial<RefusedForm> | undefined
  return given?.errors ? (given as RefusedForm) : undefined
}

const Typed = createContext<Record<string, string>>({})

/** What the fields of the form around were filled with before. */
export const useTyped = () => useContext(Typed)

interface FormProps extends FormHTMLAttributes<HTMLFormElement> {
  refused?: RefusedForm
  /** What somebody typed into it before, and had not sent. */
  typed?: Record<string, string>
  /** Unless it only shows what a refusal looks like. */
  takesFocus?: boolean
}

const nothing = {}

/** A plain form. After a refusal its fields show what was typed, each with what was wrong with it. */
export function Form({ children, refused, typed = nothing, takesFocus = true, ...rest }: FormProps) {
  return (
    <Refused.Provider value={refused}>
      <Typed.Provider value={typed}>
        <form method="post" noValidate {...rest}>
          {refused ? <Summary {...refused} takesFocus={takesFocus} /> : null}
          {children}
        </form>
      </Typed.Provider>
    </Refused.Provider>
  )
}

/** Says at the top that nothing was done, and what no field stands for. */
function Summary({ errors, more, takesFocus }: RefusedForm & { takesFocus: boolean }) {
  const whole = errors.form ?? []
  return (
    // biome-ignore lint/a11y/noAutofocus: an alert that a page begins with is not read out; focus brings one to it
    <div className={more.isNoFault ? 'notice' : 'refused'} role="alert" tabIndex={-1} autoFocus={takesFocus}>
      <p>{whole.length > 0 ? whole.join(' ') : 'Not done yet: see the marked fields. What you typed is kept.'}</p>
      {typeof more.there === 'string' ? (
        <p>
          <a href={more.there}>What is there</a>
        </p>
      ) : null}
    </div>
  )
}

interface FieldProps {
  name: string
  label: string
  hint?: ReactNode
  value?: string
  isRequired?: boolean
}

/** One line of text. */
export function TextField({
  type = 'text',
  autoComplete,
  list,
  ...field
}: FieldProps & { type?: string; autoComplete?: string; list?: string }) {
  const given = useField(field)
  return (
    <Field {...field} {...given}>
      <input
        type={type}
        autoComplete={autoComplete}
        list={list}
        dir={type === 'text' ? 'auto' : undefined}
        defaultValue={type === 'password' ? '' : given.value}
        {...given.control}
      />
    </Field>
  )
}

/** Several lines of text; grows with what is typed. */
export function TextArea({ rows = 4, ...field }: FieldProps & { rows?: number }) {
  const given = useField(field)
  return (
    <Field {...field} {...given}>
      <textarea rows={rows} dir="auto" defaultValue={given.value} {...given.control} />
    </Field>
  )
}

/** A file to choose, or several. It is gone after a refusal: browsers keep none. */
export function FileField({ accept, isMultiple, ...field }: FieldProps & { accept?: string; isMultiple?: boolean }) {
  const given = useField(field)
  return (
    <Field {...field} {...given}>
      <input type="file" accept={accept} multiple={isMultiple} {...given.control} />
    </Field>
  )
}

/** One of several, by [value, words]. */
export function Select({ options, ...field }: FieldProps & { options: readonly (readonly [string, string])[] }) {
  const given = useField(field)
  return (
    <Field {...field} {...given}>
      <select defaultValue={given.value} {...given.control}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Yes or no. After a refusal it stands as it was sent. */
export function Checkbox({
  name,
  label,
  hint,
  isChecked,
}: {
  name: string
  label: string
  hint?: string
  isChecked?: boolean
}) {
  const refused = useContext(Refused)
  const id = useId()
  return (
    <div className="field check">
      <input
        type="checkbox"
        id={id}
        name={name}
        defaultChecked={refused ? name in refused.values : isChecked}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}

function useField({ name, value, hint, isRequired }: FieldProps) {
  const [refused, typed] = [useContext(Refused), useTyped()]
  const id = useId()
  const errors = refused?.errors[name] ?? []
  const says = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    errors,
    value: refused?.values[name] ?? typed[name] ?? value,
    control: {
      id,
      name,
      required: isRequired,
      'aria-describedby': says || undefined,
      'aria-invalid': errors.length > 0 || undefined,
    },
  }
}

function Field(props: FieldProps & { id: string; errors: string[]; children: ReactNode }) {
  const { id, label, hint, errors, children } = props
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      {errors.length > 0 ? (
        <p className="error" id={`${id}-error`}>
          {errors.join(' ')}
        </p>
      ) : null}
    </div>
  )
}

export function Submit({ children, name, value }: { children: ReactNode; name?: string; value?: string }) {
  return (
    <button className="button" type="submit" name={name} value={value}>
      {children}
    </button>
  )
}
