import { expect, test } from 'vitest'

import { rootDir } from '../paths.ts'
import { checkServiceName } from './check-service-name.ts'

test.each(['orders-migrations', 'none', 'information-schema', 'pg-stat', 'public', 'orders', 'Orders'])(
  'no service is called %s: roles and schemas of the database have these names, or another part',
  (name) => expect(() => checkServiceName(rootDir, name)).toThrow(/choose another|not a valid name/),
)

test.each(['class', 'import', 'package'])('no service is called %s, which is no identifier', (name) =>
  expect(() => checkServiceName(rootDir, name)).toThrow(/choose another/),
)

test.each(['analytics', 'loyalty2', 'gift-cards'])('a service may be called %s', (name) =>
  expect(() => checkServiceName(rootDir, name)).not.toThrow(),
)
