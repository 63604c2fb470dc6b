import { z } from 'zod'
import { roles } from './viewer'

export const PASSWORD_MIN = 10
export const PASSWORD_MAX = 128

/** An address as it is kept and looked up: lower case, without white space around it. */
export const emailInput = z.string().trim().toLowerCase().max(254).pipe(z.email())
export const nameInput = z.string().trim().min(1).max(100)
export const roleInput = z.enum(roles)
export const passwordInput = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX)
export const tokenInput = z.string().min(1).max(200)

export const signInInput = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(1000),
  next: z.string().max(2000).default('/'),
})

export const setupInput = z.object({ token: tokenInput, name: nameInput, email: emailInput, password: passwordInput })
export const acceptInput = z.object({ token: tokenInput, name: nameInput, password: passwordInput })
export const inviteInput = z.object({ name: nameInput, email: emailInput, role: roleInput })
export const roleChangeInput = z.object({ id: z.uuid(), from: roleInput, to: roleInput })
export const idInput = z.object({ id: z.uuid() })
export const passwordChangeInput = z.object({ current: z.string().max(1000), password: passwordInput })
