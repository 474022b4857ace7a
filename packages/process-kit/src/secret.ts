import { z } from 'zod'

/** Marks a field of an environment schema as a secret: its value, or the file that it names, is a credential. */
export const secret = <T extends z.ZodType>(field: T): T => field.meta({ secret: true })

/** Values of a secret: the current one, which signs, and others that are accepted besides while it is rotated. */
export type SecretValues = [current: string, ...accepted: string[]]

/** A secret that is rotated while requests run: one value, or several by commas with the current one first. */
export function rotatingSecret(minLength: number) {
  const value = z.string().min(minLength)
  return secret(
    z
      .string()
      .transform((text) => text.split(','))
      .pipe(z.tuple([value], value)),
  )
}

/** Whether a field of an environment schema is marked as a secret. */
export const isSecret = (field: z.core.$ZodType): boolean => z.globalRegistry.get(field)?.['secret'] === true
