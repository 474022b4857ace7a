import type { FastifyInstance } from 'fastify'

import { internalAddress } from './internal-address.ts'

/** Returns the ARN of the queue that a subscription delivers to; empty for an unknown subscription. */
export type EndpointOf = (subscriptionArn: string) => Promise<string>

/** Returns a function that reads the endpoint from the emulator. */
export const endpointFinder =
  (aws: FastifyInstance): EndpointOf =>
  async (SubscriptionArn) => {
    const query = new URLSearchParams({ Action: 'GetSubscriptionAttributes', SubscriptionArn })
    const { body } = await aws.inject({
      method: 'POST',
      url: '/',
      remoteAddress: internalAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: query.toString(),
    })
    return /<key>Endpoint<\/key>\s*<value>([^<]*)<\/value>/.exec(body)?.[1] ?? ''
  }
