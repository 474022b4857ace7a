import { expect, test } from 'vitest'
import { shellInputs } from './shell-build.ts'

test('the shell is built anew when a locale is added, and for every package that it bundles', () => {
  expect(shellInputs()).toEqual(
    expect.arrayContaining([
      'shell',
      'packages/contracts',
      'packages/design-system',
      'packages/mfe-kit',
      'packages/process-kit',
      'packages/release-kit',
      'packages/release-runtime',
    ]),
  )
})
