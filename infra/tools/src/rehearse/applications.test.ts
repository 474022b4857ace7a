import { expect, test } from 'vitest'

import { outOfOrder } from './applications.ts'

const application = (name: string, wave: number, created: string, deployedAt: string) => ({
  metadata: { name, creationTimestamp: created, annotations: { 'argocd.argoproj.io/sync-wave': `${wave}` } },
  status: { history: [{ deployedAt }] },
})
const root = application('root', 0, '08:00', '08:09')

test('an Application that is made before an earlier wave has been synchronised is out of order', () => {
  const found = [
    root,
    application('policies', 1, '08:01', '08:03'),
    application('orders', 2, '08:02', '08:04'),
  ]
  expect(outOfOrder(found)).toEqual(['orders came before policies was synchronised'])
})

test('waves one after another are in order, inside the Application that makes them', () => {
  const found = [
    root,
    application('policies', 1, '08:01', '08:02'),
    application('orders', 2, '08:02', '08:04'),
  ]
  expect(outOfOrder(found)).toEqual([])
})
