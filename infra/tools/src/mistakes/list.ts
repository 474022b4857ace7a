import type { Mistake } from './mistake.ts'

/** Mistakes in infra/mall.ts and infra/edge/routes.json. */
export const listMistakes: Mistake[] = [
  mistake(
    'a topic without a publisher',
    ['infra/mall.ts', "subscribes: ['mallhive-payments-events']", "subscribes: ['mallhive-refunds-events']"],
    /every subscribed topic is published by a part/,
  ),
  mistake(
    'a call that the code does not make and nothing allows',
    [
      'infra/mall.ts',
      "calls: ['identity', 'release-health']",
      "calls: ['identity', 'release-health', 'cart']",
    ],
    /release-desk calls the parts that it has clients for/,
  ),
  mistake(
    'a BFF that lacks a service that it asks',
    ['infra/mall.ts', "seller: { calls: ['orders'] }", 'seller: { calls: [] }'],
    /the BFF of seller may call the services that it has clients for/,
  ),
  mistake(
    'two parts on one port',
    ['infra/mall.ts', 'port: 4012', 'port: 4011'],
    /every part that runs has a port, and no two parts have the same/,
  ),
  mistake(
    'a secret that the part does not read',
    ['infra/mall.ts', "'PAYMENTS_WEBHOOK_SECRET'", "'PAYMENT_WEBHOOK_SECRET'"],
    /payments names the secrets of its environment/,
  ),
  mistake(
    'a route to an origin that does not exist',
    ['infra/edge/routes.json', '"origin": "media"', '"origin": "pictures"'],
    /the origins of the edge are its buckets and the parts that name one/,
  ),
]

function mistake(
  name: string,
  [file, find, replace]: [file: string, find: string, replace: string],
  failing: RegExp,
): Mistake {
  return {
    name,
    kind: 'list',
    patch: { file, find, replace },
    refusedBy: 'infra/local/src/mall/mall-list.test.ts',
    reason: new RegExp(`(FAIL|[×✗]).*${failing.source}|${failing.source}.*(FAIL|[×✗])`),
  }
}
