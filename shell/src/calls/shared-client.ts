import type { JsonClient } from '@mallhive/mfe-kit/host/json-client'
import { z } from 'zod'
import type { SharedAnswer } from '@mallhive/process-kit/public-answers'

const sharedSchema = z.object({
  keepForSeconds: z.array(z.number()),
  forgetOn: z.array(z.string()),
  answers: z.array(z.looseObject({ result: z.object({ data: z.unknown() }).optional() })),
})

/**
 * Returns a client for calls without a shopper, the results of which are `SharedAnswer`s. A response in another form, such as a
 * refusal of the whole batch, stays as it is.
 */
export function openSharedClient(client: JsonClient): JsonClient {
  return async ({ headers, ...request }) => {
    const response = await client({ ...request, headers: { ...headers, 'x-mall-shared': '1' } })
    const parsed = sharedSchema.safeParse(response)
    if (!parsed.success) return response
    const { keepForSeconds, forgetOn, answers } = parsed.data
    return answers.map((answer, position) => {
      if (!answer.result) return answer
      const { data } = answer.result
      const keep = keepForSeconds[position] ?? 0
      const shared: SharedAnswer = { json: JSON.stringify(data), keepForSeconds: keep, forgetOn }
      return { result: { data: shared } }
    })
  }
}
