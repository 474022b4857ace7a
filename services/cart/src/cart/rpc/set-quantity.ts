import type { ServiceImpl } from '@connectrpc/connect'
import type { CartService } from '@mallhive/contracts/cart'
import { actorOf } from '@mallhive/service-kit/auth'
import { cartKey, cartTtlMs, toCart } from '../cart.ts'
import { checkStatus } from '../check-status.ts'
import { runScript } from '../run-script.ts'
import type { Deps } from '../../deps.ts'
import { maxQuantity } from '@mallhive/contracts/limits'
import { checkQuantity, checkSku } from '../../limits.ts'
import { availabilityOf } from '../../inventory/availability-of.ts'

const script = `
  local sku, quantity, available = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
  local status = 'OK'
  local line = redis.call('HGET', KEYS[1], sku)
  if quantity == 0 then redis.call('HDEL', KEYS[1], sku)
  elseif not line then status = 'NOT_IN_CART'
  elseif quantity > available then status = 'ONLY_N_LEFT'
  else redis.call('HSET', KEYS[1], sku, quantity .. string.match(line, ':.*')) end
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
  return {status, redis.call('HGETALL', KEYS[1])}`

/** Sets a line's quantity; 0 removes the line, also when its product no longer exists. */
export function setQuantity(
  deps: Pick<Deps, 'db' | 'redis'>,
): ServiceImpl<typeof CartService>['setQuantity'] {
  return async ({ sku, quantity }, context) => {
    const owner = actorOf(context).id
    checkSku(sku)
    checkQuantity(quantity, { min: 0, max: maxQuantity })
    const available = quantity === 0 ? 0 : ((await availabilityOf(deps, [sku])).get(sku) ?? 0)
    const { status, flat } = await runScript(
      deps.redis,
      script,
      [cartKey(owner)],
      [sku, quantity, available, cartTtlMs],
    )
    checkStatus(status, sku, available)
    return { cart: toCart(flat) }
  }
}
