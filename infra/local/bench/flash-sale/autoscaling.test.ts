import { expect, it } from 'vitest'

import { mall } from '../../../mall.ts'
import { asksFor } from './autoscaling.ts'
import { watched } from './series.ts'

it('every part at rest is asked for its fewest processes, and an endless load for its most', () => {
  for (const part of watched) {
    const { minReplicas, maxReplicas = minReplicas } = { maxReplicas: undefined, ...mall[part] }
    const asked = asksFor(part)
    expect([
      part,
      asked({ cpus: 0, queueAgeS: 0 }, minReplicas),
      asked({ cpus: 1e6, queueAgeS: 0 }, minReplicas),
    ]).toEqual([part, minReplicas, maxReplicas])
  }
})

it('a queue that is twice as old as its threshold doubles its consumers', () => {
  expect(asksFor('notifications')({ cpus: 0, queueAgeS: 30 }, 2)).toBe(4)
})

it('processors are divided by the share of its own that a process may use', () => {
  expect(asksFor('shell')({ cpus: 6.4, queueAgeS: 0 }, 2)).toBe(10)
})
