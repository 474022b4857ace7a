import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepAlive } from '@mallhive/process-kit/keep-alive'
import { expect, test } from 'vitest'

import { infraDir } from '../paths.ts'
import { readinessGraceMs } from './variables.ts'

test('clients leave idle connections before a process that drains closes them', () => {
  expect(keepAlive.keepAliveTimeout).toBeLessThan(readinessGraceMs)
})

test('the load balancer closes idle connections before the processes behind it do', () => {
  const balancer = readFileSync(join(infraDir, 'terraform/modules/edge/balancer.tf'), 'utf8')
  const idleSeconds = Number(balancer.match(/^\s*idle_timeout\s*=\s*(\d+)$/m)?.[1])
  expect(keepAlive.keepAliveTimeout + keepAlive.keepAliveTimeoutBuffer).toBeGreaterThan(idleSeconds * 1000)
})
