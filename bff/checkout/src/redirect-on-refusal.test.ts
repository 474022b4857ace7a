import { expect, test } from 'vitest'
import { Refusal } from '@mallhive/mfe-kit/bff'
import { msg } from './messages.ts'
import { redirectOnRefusal } from './redirect-on-refusal.ts'

const refusedWith = (kind: Refusal['kind'], reason: string, details: Record<string, string> = {}) =>
  redirectOnRefusal('c1', Promise.reject(new Refusal(kind, reason, 'for developers', details)))

test.for<[string, Record<string, string>, string]>([
  ['NOT_OPEN', {}, '/checkout/c1/done'],
  ['TOTAL_CHANGED', {}, '/checkout/c1/review?changed=1'],
  ['INCOMPLETE', { missing: 'shipping' }, '/checkout/c1/shipping'],
  ['UNAVAILABLE', { skus: 'MUG-1' }, '/cart'],
])('%s leads to another page', async ([reason, details, redirectTo]) => {
  await expect(refusedWith('conflict', reason, details)).resolves.toEqual({ redirectTo })
})

test('a refusal of a field keeps its reason and has words at the field', async () => {
  await expect(refusedWith('invalid', 'BAD_EMAIL')).rejects.toMatchObject({
    name: 'Refusal',
    reason: 'BAD_EMAIL',
    message: msg('email.check'),
    details: { email: expect.any(String) },
  })
})

test('what the checkout has no words for passes unchanged', async () => {
  await expect(refusedWith('invalid', 'BAD_ID')).rejects.toThrow('for developers')
  await expect(refusedWith('unavailable', 'UNAVAILABLE')).rejects.toThrow('for developers')
  await expect(redirectOnRefusal('c1', Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
})
