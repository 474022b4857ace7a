import type { ServiceImpl } from '@connectrpc/connect'
import type { CartService } from '@mallhive/contracts/cart'
import { actorOf } from '@mallhive/service-kit/auth'
import { cartKey, cartTtlMs, toCart } from '../cart.ts'
import { runScript } from '../run-script.ts'
import type { Deps } from '../../deps.ts'

const script = `
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  return {'OK', redis.call('HGETALL', KEYS[1])}`

/** Returns the cart and extends its lifetime to 30 days from now. */
export function getCart(deps: Pick<Deps, 'redis'>): ServiceImpl<typeof CartService>['getCart'] {
  return async (_, context) => {
    const { flat } = await runScript(deps.redis, script, [cartKey(actorOf(context).id)], [cartTtlMs])
    return { cart: toCart(flat) }
  }
}
