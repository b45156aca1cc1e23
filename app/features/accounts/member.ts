import * as v from 'valibot'
import { lengthOf } from '#app/lib/text.ts'
import { optional, required, text } from '#app/lib/validation.ts'

export type Role = 'member' | 'moderator' | 'admin'
export const roles: Role[] = ['member', 'moderator', 'admin']

/** Who somebody is, as rooms and routes pass it on. */
export interface Member {
  id: string
  handle: string
  role: Role
  /** Stands for an imported author or voter; nobody can sign in as it. */
  unclaimed: boolean
}

export const Handle = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[A-Za-z0-9_-]{2,40}$/, 'A handle has 2 to 40 letters, digits, _ or -.'),
)

export const Password = v.pipe(
  text(1000),
  v.check((value) => lengthOf(value) >= 8, 'A password has at least 8 characters.'),
)

export const Joining = v.object({ handle: Handle, password: Password })
export const NewPassword = v.object({ password: Password })
export const Renaming = v.object({ handle: Handle })
export const mostHandles = 10
export const SigningIn = v.object({ handle: v.pipe(v.string(), v.trim()), password: v.string() })

const address = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\.]+$/

/** An e-mail address that can be written to, or nothing. */
export const Address = v.pipe(
  text(254),
  v.trim(),
  v.check((given) => given === '' || address.test(given), 'This is no e-mail address, as name@example.org.'),
)

/** An address to be confirmed; it is kept in small letters, so that it is found again. */
export const NewAddress = v.object({
  email: v.pipe(
    Address,
    v.check((given) => given !== '', 'This may not be empty.'),
    v.toLowerCase(),
  ),
})

/** A handle or an address, of whoever forgot the password. */
export const ResetRequest = v.object({ name: v.pipe(required(254), v.toLowerCase()) })

/** What members say of themselves. */
export const Description = v.object({ bio: optional(1000) })

/** A change of one's own account: what is left out stays. */
export const MemberChange = v.object({
  handle: v.optional(Handle),
  bio: v.optional(text(1000)),
  showsBallots: v.optional(v.boolean()),
})

/** What a role may do beyond a member's own things: the one table. */
const powers = {
  member: [],
  moderator: ['moderate'],
  admin: ['moderate', 'administer'],
} as const satisfies Record<Role, readonly string[]>

export type Power = 'moderate' | 'administer'

export function mayUse(member: Member | null, power: Power): boolean {
  return member !== null && (powers[member.role] as readonly string[]).includes(power)
}
