import { create } from '@bufbuild/protobuf'
import { MoneySchema, type Money } from '../gen/mallhive/money/v1/money_pb.js'

export { MoneySchema, type Money }

/**
 * Makes a Money message.
 * @param minor minor units (cents), a safe integer
 * @param currency ISO 4217 code
 * @throws RangeError when `minor` is not a safe integer
 */
export function toMoney(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not an amount in minor units: ${minor}`)
  return create(MoneySchema, { minor: BigInt(minor), currency })
}

/**
 * Reads the minor units of a Money message as a number.
 * @throws RangeError when the amount is unset or exceeds the safe integers
 */
export function minorOf(money: Money | undefined): number {
  const minor = Number(money?.minor)
  if (!Number.isSafeInteger(minor)) throw new RangeError('an amount is missing or too large')
  return minor
}
