import { expect, test } from 'vitest'
import { DomainError, fromConnectError, toConnectError } from './errors.ts'

const domainError = DomainError.of({ OUT_OF_STOCK: 'conflict', NO_ORDER: 'not_found' })

test('an error has the kind that its list gives the reason', () => {
  const error = domainError('OUT_OF_STOCK', 'none left', { sku: 'MUG-1' })
  expect(error).toBeInstanceOf(DomainError)
  expect(error).toMatchObject({
    name: 'DomainError',
    kind: 'conflict',
    reason: 'OUT_OF_STOCK',
    message: 'none left',
    details: { sku: 'MUG-1' },
  })
  expect(domainError('NO_ORDER', 'no such order')).toMatchObject({ kind: 'not_found', details: {} })
})

test('kind, reason and details survive the wire', () => {
  const error = domainError('OUT_OF_STOCK', 'none left', { sku: 'MUG-1' })
  expect(fromConnectError(toConnectError(error))).toEqual(error)
})

test('a reason that is not listed does not compile', () => {
  // @ts-expect-error -- the list has no such reason
  domainError('SOLD_OUT', 'none left')
  // @ts-expect-error -- errors come from a list only
  expect(() => new DomainError('conflict', 'SOLD_OUT', 'none left', {})).not.toThrow()
})
