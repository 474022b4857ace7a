import { marketOf } from '@mallhive/contracts/markets'
import type { z } from 'zod'

type Place = { country: string; postcode: string; region: string }

/** Catches slips, not people: spaces, dashes and case never matter, and countries without a rule take anything. */
export function checkPlace({ country, postcode, region }: Place, context: z.RefinementCtx): void {
  const { postcode: rule, region: asked } = marketOf(country) ?? {}
  if (postcode && rule && !rule.shapes.some((shape) => hasShape(postcode, shape))) {
    context.addIssue({
      code: 'custom',
      path: ['postcode'],
      message: `That does not look right. An example: ${rule.example}.`,
    })
  }
  if (asked && !region) {
    context.addIssue({
      code: 'custom',
      path: ['region'],
      message: `Enter the ${asked}.`,
    })
  }
}

const compact = (text: string) => text.replace(/[\s-]/g, '').toUpperCase()

const hasShape = (postcode: string, shape: string) =>
  compact(postcode).replace(/[A-Z]/g, 'A').replace(/\d/g, 'N') === compact(shape)
