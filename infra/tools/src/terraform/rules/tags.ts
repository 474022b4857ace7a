import { type Rule, addressesOf } from './rule.ts'

export const tags: Record<string, Rule> = {
  'everything says which project and environment it belongs to': ({ environment, resources }) =>
    addressesOf(
      resources.filter(({ values }) => {
        if (!('tags_all' in values)) return false
        const {
          project,
          environment: of,
          'managed-by': by,
        } = (values['tags_all'] ?? {}) as Record<string, string>
        return project !== 'mallhive' || of !== environment || by !== 'terraform'
      }),
    ),
}
