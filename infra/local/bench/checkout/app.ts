import { text } from 'node:stream/consumers'

import { start as cart } from '@mallhive/service-cart/main'
import { type Host, openPlatform, type Start } from '@mallhive/service-kit/service'
import { logger } from '@mallhive/process-kit/telemetry'
import { start as notifications } from '@mallhive/service-notifications/main'
import { start as orders } from '@mallhive/service-orders/main'
import { start as payments } from '@mallhive/service-payments/main'

import { shelf } from './shelf.ts'

// Runs the services of a checkout in one process that sends itself SIGKILL right before or after a named call of the orders
// service. The parent process names the call over IPC.
let deadlyMoment = ''
process.on('message', (moment: string) => {
  deadlyMoment = moment
})
process.on('disconnect', () => process.exit(0))

const starts: Record<string, Start> = {
  catalog: shelf,
  cart,
  payments,
  notifications,
  orders: (host) => orders(mortal(host)),
}
const environments: Record<string, Record<string, string>> = JSON.parse(await text(process.stdin))
const log = logger('bench')
const platform = openPlatform({ log })
for (const [name, start] of Object.entries(starts)) {
  await platform.start(name, start, environments[name] ?? {})
}
process.send?.(await platform.listen({ port: 0 }))

function mortal(host: Host): Host {
  return { ...host, client: (service) => mortalClient(host.client(service)) }
}

function mortalClient<T extends object>(client: T): T {
  return new Proxy(client, {
    get: (target, verb) => {
      const call: unknown = Reflect.get(target, verb)
      if (typeof call !== 'function') return call
      return async (...args: unknown[]): Promise<unknown> => {
        dieAt(`before ${String(verb)}`)
        const answer: unknown = await Reflect.apply(call, target, args)
        dieAt(`after ${String(verb)}`)
        return answer
      }
    },
  })
}

function dieAt(moment: string): void {
  if (moment === deadlyMoment) process.kill(process.pid, 'SIGKILL')
}
