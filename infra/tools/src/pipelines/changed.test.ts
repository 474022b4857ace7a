import { expect, test } from 'vitest'

import { rebuiltBy } from './changed.ts'

const everyFrontend = ['cart', 'catalog', 'checkout', 'home', 'profile', 'seller']
const everyImage = ['service', 'bff-host', 'shell', 'lambda', 'evaluation']
const nothing = { images: [], microFrontends: [], terraform: false, manifests: false }

test.for([
  ['a test and a document', ['services/cart/src/rpc/reserve.test.ts', 'docs/system.md'], {}],
  ['a service', ['services/cart/src/main.ts'], { images: ['service'] }],
  ['what a team owns', ['mfe-cart/src/exposes/mini-cart.tsx'], { microFrontends: ['cart'] }],
  ["a team's BFF", ['bff/cart/src/router.ts'], { microFrontends: ['cart'] }],
  ['the host of the BFFs', ['bff/host/src/main.ts'], { images: ['bff-host'] }],
  ['the shell', ['shell/src/main.ts'], { images: ['shell'] }],
  [
    'the kit of services',
    ['packages/service-kit/src/relay.ts'],
    { images: ['service', 'bff-host', 'lambda', 'evaluation'] },
  ],
  [
    'the judged queries',
    ['services/search/src/judged/german.ts'],
    { images: ['service', 'lambda', 'evaluation'] },
  ],
  [
    'the design system',
    ['packages/design-system/src/actions/button.tsx'],
    { images: ['shell'], microFrontends: everyFrontend },
  ],
  ['a migration', ['services/orders/drizzle/0009_more.sql'], { images: ['service'] }],
  ['a Dockerfile', ['infra/docker/Dockerfile.shell'], { images: everyImage }],
  [
    'versions of packages',
    ['pnpm-lock.yaml'],
    { images: everyImage, microFrontends: everyFrontend, terraform: true, manifests: true },
  ],
  ['a manifest', ['infra/kubernetes/apps/cart/deployment.yaml'], { manifests: true }],
  ['the list of parts', ['infra/mall.ts'], { images: everyImage, terraform: true, manifests: true }],
  ['a folder whose name begins like another', ['shell-notes/a.ts'], {}],
] as const)('%s rebuilds what is made of it, and nothing else', ([, files, rebuilt]) => {
  expect(rebuiltBy([...files])).toEqual({ ...nothing, ...rebuilt })
})
