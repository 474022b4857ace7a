import { z } from 'zod'

export const checkoutId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'This checkout does not exist.')
