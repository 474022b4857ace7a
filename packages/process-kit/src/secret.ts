import { z } from 'zod'

/** Marks a field of an environment schema as a secret: its value, or the file that it names, is a credential. */
export const secret = <T extends z.ZodType>(field: T): T => field.meta({ secret: true })

/** Whether a field of an environment schema is marked as a secret. */
export const isSecret = (field: z.core.$ZodType): boolean => z.globalRegistry.get(field)?.['secret'] === true
