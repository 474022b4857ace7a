import { isPlainLine } from '@mallhive/release-runtime/plain-line'
import { z } from 'zod'

/** A line break would look like another entry of the history. */
const line = z
  .string()
  .trim()
  .max(300)
  .refine(isPlainLine, 'Enter the reason as one line without control characters.')

/** The reason of a change. */
export const whySchema = line.min(3, 'Enter a reason for the history.')

/** The reason for overriding the gate's refusal. */
export const overrideSchema = line.transform((text) => text || undefined).optional()
