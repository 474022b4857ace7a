import { z } from 'zod'
import { msg } from './messages.ts'

export const checkoutId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, msg('checkout.unknown'))
