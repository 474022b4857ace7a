import { expect, test } from 'vitest'
import { typedFields } from './kept.ts'
import type { Field } from './kept.ts'

const field = (
  own: Partial<Pick<Field, 'type' | 'name' | 'id' | 'autocomplete'>>,
  action: string | null = null,
) =>
  ({
    type: 'text',
    name: '',
    id: '',
    value: '',
    autocomplete: '',
    form: action && { querySelector: () => null, getAttribute: () => action },
    ...own,
  }) as unknown as Field

const keys = (...fields: Field[]) => typedFields(fields).map(({ key }) => key)

test('a field is the same in every language of its form', () => {
  const [english, german, other] = keys(
    field({ name: 'q' }, '/search'),
    field({ name: 'q' }, '/de/search'),
    field({ name: 'q' }, '/orders'),
  )
  expect(german).toBe(english)
  expect(other).not.toBe(english)
})

test('fields without a name, and those that hold secrets, are not kept', () => {
  const kept = keys(
    field({}),
    field({ name: 'note' }),
    field({ id: 'street' }),
    field({ name: 'pin', type: 'password' }),
    field({ name: 'card-number' }),
    field({ name: 'code', autocomplete: 'one-time-code' }),
  )
  expect(kept.map((key) => key.trim())).toEqual(['text note', 'text street'])
})
