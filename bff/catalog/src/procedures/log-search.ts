import { SearchService } from '@mallhive/contracts/search'
import { z } from 'zod'
import { procedure } from '../bff.ts'
import { searchDeadline } from '../search-products.ts'

/** Keeps a search of a shopper who agreed to it; otherwise does nothing. The id is the browser's. */
export const logSearch = procedure
  .meta({ perMinute: 10 })
  .input(
    z.object({
      id: z.uuid(),
      query: z.string().max(200),
      total: z.number().int().min(0),
      correctedTo: z.string().max(200).optional(),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    if (!ctx.consents.includes('searches')) return
    await ctx.client(SearchService).logSearch({ ...input, locale: ctx.lang }, searchDeadline)
  })
