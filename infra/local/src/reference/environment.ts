import { isSecret } from '@mallhive/process-kit/secret'

import { schemas } from '../mall/part-env.ts'

/** Returns docs/operating/environment.md: every variable with the parts that get it. */
export function environment(): string {
  const names = [...new Set(Object.values(schemas).flatMap((schema) => Object.keys(schema.shape)))]
  return `# Environment

The variables that parts of the mall read, generated from their schemas (\`configSchema\` in each part's \`config.ts\`) by
\`infra/local/src/reference/write.ts\`. A part gets no others ([decision 29](../decisions/0029-each-part-has-its-own-environment.md));
the schemas document their meaning. A *secret* holds a credential or names a file that does. \`services\` is the one process of
all services on one machine.

| variable | secret | when unset | parts |
|---|---|---|---|
${names.toSorted().map(row).join('\n')}
`
}

function row(name: string): string {
  const readers = Object.entries(schemas).flatMap(([part, { shape }]) => {
    const field = Object.entries(shape).find(([known]) => known === name)?.[1]
    return field ? [{ part, secret: isSecret(field), unset: whenUnset(field.safeParse(undefined)) }] : []
  })
  const unset = [...new Set(readers.map((reader) => reader.unset))].join(' or ')
  const secret = readers.some((reader) => reader.secret) ? 'secret' : ''
  return `| \`${name}\` | ${secret} | ${unset} | ${readers.map(({ part }) => `\`${part}\``).join(', ')} |`
}

function whenUnset({ success, data }: { success: boolean; data?: unknown }): string {
  if (!success) return 'refuses to start'
  return data === undefined ? 'absent' : `\`${typeof data === 'string' ? data : JSON.stringify(data)}\``
}
