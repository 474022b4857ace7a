import type { ServiceImpl } from '@connectrpc/connect'
import { CartService } from '@mallhive/contracts/cart'
import { actorOf } from '@mallhive/service-kit/auth'
import { cartKey, cartTtlMs, toCart } from '../cart.ts'
import { runScript } from '../run-script.ts'
import type { Deps } from '../../deps.ts'
import { maxLines, maxQuantity } from '@mallhive/contracts/limits'
import { domainError } from '../../reasons.ts'

// A line that exceeds the line limit stays in the guest's cart; no line is ever lost or in both carts.
const script = `
  local flat = redis.call('HGETALL', KEYS[1])
  for i = 1, #flat, 2 do
    local sku, line = flat[i], flat[i + 1]
    local has = redis.call('HGET', KEYS[2], sku)
    if has or redis.call('HLEN', KEYS[2]) < tonumber(ARGV[2]) then
      local quantity = tonumber(string.match(line, '^%d+'))
      if has then quantity = quantity + tonumber(string.match(has, '^%d+')) end
      quantity = math.min(quantity, tonumber(ARGV[1]))
      redis.call('HSET', KEYS[2], sku, quantity .. string.match(has or line, ':.*'))
      redis.call('HDEL', KEYS[1], sku)
    end
  end
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
  return {'OK', redis.call('HGETALL', KEYS[2])}`

/** Moves the guest's lines to the account in one atomic step; a repeat moves nothing. */
export function mergeGuest(
  deps: Pick<Deps, 'redis' | 'verify'>,
): ServiceImpl<typeof CartService>['mergeGuest'] {
  return async ({ guestToken }, context) => {
    const account = actorOf(context)
    if (account.kind !== 'account') {
      throw domainError('ACCOUNT_NEEDED', 'only an account takes over a cart')
    }
    const guest = await deps.verify(guestToken, CartService.typeName)
    if (guest.kind !== 'guest') throw domainError('NOT_A_GUEST', 'this token is not a guest’s')
    const { flat } = await runScript(
      deps.redis,
      script,
      [cartKey(guest.id), cartKey(account.id)],
      [maxQuantity, maxLines, cartTtlMs],
    )
    return { cart: toCart(flat) }
  }
}
