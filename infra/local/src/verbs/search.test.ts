import type { VerbInput } from '@mallhive/release-kit/cli/verb'
import { expect, test } from 'vitest'
import { search } from './search.ts'

const rebuild = (options: object) =>
  search.run({ args: { what: 'rebuild' }, options, env: () => ({}) } as unknown as VerbInput)

test('a rebuild takes no options of the report, but those of every verb', async () => {
  for (const options of [{ days: '7' }, { locale: 'de' }])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await expect(rebuild(options)).rejects.toMatchObject({ reason: 'INVALID' })
  await expect(rebuild({ json: true })).rejects.toThrow('no mall is open here')
})
