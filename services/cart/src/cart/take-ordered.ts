import { cartKey, onceKey } from './cart.ts'
import { runScript } from './run-script.ts'
import type { Deps } from '../deps.ts'

const rememberOrderMs = 30 * 24 * 60 * 60 * 1000

const script = `
  if redis.call('SET', KEYS[2], '1', 'NX', 'PX', ARGV[1]) then
    for i = 2, #ARGV, 2 do
      local line = redis.call('HGET', KEYS[1], ARGV[i])
      if line then
        local rest = tonumber(string.match(line, '^%d+')) - tonumber(ARGV[i + 1])
        if rest > 0 then redis.call('HSET', KEYS[1], ARGV[i], rest .. string.match(line, ':.*'))
        else redis.call('HDEL', KEYS[1], ARGV[i]) end
      end
    end
  end
  return {'OK', {}}`

/** Removes the ordered quantities from the buyer's cart, once per checkout; later additions stay. */
export async function takeOrdered(
  { redis }: Pick<Deps, 'redis'>,
  order: { checkoutId: string; ownerId: string; lines: { sku: string; quantity: number }[] },
): Promise<void> {
  await runScript(
    redis,
    script,
    [cartKey(order.ownerId), onceKey(order.ownerId, 'ordered', order.checkoutId)],
    [rememberOrderMs, ...order.lines.flatMap(({ sku, quantity }) => [sku, quantity])],
  )
}
