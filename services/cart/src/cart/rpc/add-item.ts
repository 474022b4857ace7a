import type { ServiceImpl } from '@connectrpc/connect'
import type { AddItemRequest, CartService } from '@mallhive/contracts/cart'
import { actorOf } from '@mallhive/service-kit/auth'
import { randomUUIDv7 } from 'node:crypto'
import { cartKey, cartTtlMs, onceKey, toCart } from '../cart.ts'
import { checkStatus } from '../check-status.ts'
import { runScript } from '../run-script.ts'
import type { Deps } from '../../deps.ts'
import { maxLines, maxPriceMinor, maxQuantity } from '@mallhive/contracts/limits'
import { checkId, checkQuantity, checkSku } from '../../limits.ts'
import { availabilityOf } from '../../inventory/availability-of.ts'
import { domainError } from '../../reasons.ts'

const rememberKeyMs = 60 * 60 * 1000

const script = `
  local sku, quantity, seen, now = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4]
  local available, maxQuantity, maxLines = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
  local status, content = 'OK', sku .. ' ' .. quantity
  local done = redis.call('GET', KEYS[2])
  if done then
    if done ~= content then status = 'KEY_REUSED' end
  else
    local line = redis.call('HGET', KEYS[1], sku)
    local has, addedAt = 0, now
    if line then
      has = tonumber(string.match(line, '^%d+'))
      addedAt = string.match(line, '%d+$')
    end
    if has + quantity > maxQuantity then status = 'LINE_FULL'
    elseif has + quantity > available then status = 'ONLY_N_LEFT'
    elseif not line and redis.call('HLEN', KEYS[1]) >= maxLines then status = 'CART_FULL'
    else
      redis.call('HSET', KEYS[1], sku, (has + quantity) .. ':' .. seen .. ':' .. addedAt)
      redis.call('PEXPIRE', KEYS[1], ARGV[8])
      redis.call('SET', KEYS[2], content, 'PX', ARGV[9])
    end
  end
  return {status, redis.call('HGETALL', KEYS[1])}`

/**
 * Adds to the line's quantity, once per idempotency key; refuses a key that has added another SKU or quantity. Checks the
 * stock without reserving it; checkout reserves.
 */
export function addItem(deps: Pick<Deps, 'db' | 'redis'>): ServiceImpl<typeof CartService>['addItem'] {
  return async (request, context) => {
    const owner = actorOf(context).id
    checkSku(request.sku)
    checkQuantity(request.quantity, { min: 1, max: maxQuantity })
    const seen = seenPrice(request)
    const key = request.idempotencyKey || randomUUIDv7()
    checkId('idempotency_key', key)

    const available = (await availabilityOf(deps, [request.sku])).get(request.sku)
    if (available === undefined) throw domainError('UNKNOWN_SKU', 'this is not for sale')
    const { status, flat } = await runScript(
      deps.redis,
      script,
      [cartKey(owner), onceKey(owner, 'added', key)],
      [
        request.sku,
        request.quantity,
        seen,
        Date.now(),
        available,
        maxQuantity,
        maxLines,
        cartTtlMs,
        rememberKeyMs,
      ],
    )
    checkStatus(status, request.sku, available)
    return { cart: toCart(flat) }
  }
}

function seenPrice({ seenPrice: price }: AddItemRequest): string {
  const minor = price?.minor ?? -1n
  if (!price || minor < 0n || minor > BigInt(maxPriceMinor) || !/^[A-Z]{3}$/.test(price.currency)) {
    throw domainError('INVALID_PRICE', 'the price seen is an amount and a currency')
  }
  return `${minor}:${price.currency}`
}
