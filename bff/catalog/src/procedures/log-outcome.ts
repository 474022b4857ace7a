import { SearchService } from '@mallhive/contracts/search'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { searchDeadline } from '../search-products.ts'

/** Adds to a kept search what came of it. */
export const logOutcome = procedure
  .meta({ perMinute: 120 })
  .input(
    z.object({
      id: z.uuid(),
      /** The place of a product that was opened, from 1. */
      clickedPosition: z.number().int().min(1).max(1200).optional(),
      added: z.boolean().optional(),
      bought: z.boolean().optional(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    if (!ctx.consents.includes('searches')) return
    await ctx.client(SearchService).logOutcome(input, searchDeadline)
  })
