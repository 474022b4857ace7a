import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { rootDir } from '../paths.ts'

type Use = { event: string; at: string; service: string }

/** Returns docs/contracts/events.md: every event on the bus with its senders and handlers. */
export function eventCatalogue(): string {
  const sent = usesOf(/\b(?:publish|eventInsert|eventInsertEach)\(\s*(?:[\w.]+,\s*){0,2}(\w+)Schema\b/g)
  const handled = usesOf(/\b(?:on|onRepeatable)\(\s*(\w+)Schema\b/g)
  const events = [...new Set([...sent, ...handled].map(({ event }) => event))].toSorted()
  return `# Events

Events that services send over SNS and SQS, generated from code by \`infra/local/src/reference/write.ts\`. Each travels in
\`mallhive.events.v1.Envelope\`; its id is the consumer's inbox key, so a redelivered event counts once.

| event | what happened | fields | sent by | handled by |
|---|---|---|---|---|
${events.map((event) => row(event, sent, handled)).join('\n')}
`
}

function row(event: string, sent: Use[], handled: Use[]): string {
  const { type, comment, fields } = declarationOf(event)
  const names = fields.map((field) => `\`${field}\``).join(', ')
  return `| \`${type}\` | ${comment} | ${names} | ${placesOf(event, sent)} | ${placesOf(event, handled) || 'no service'} |`
}

function placesOf(event: string, uses: Use[]): string {
  const own = uses.filter((use) => use.event === event)
  return own.map(({ service, at }) => `[${service}](../../${at})`).join(', ')
}

/** Returns the places in services and the BFF host where a matching call names the schema of an event. */
function usesOf(call: RegExp): Use[] {
  return globSync('{services/*,bff/host}/src/**/*.ts', { cwd: rootDir })
    .filter((file) => !/\.test\.ts$|\/testing(\.ts|\/)/.test(file))
    .toSorted()
    .flatMap((at) => {
      const text = readFileSync(join(rootDir, at), 'utf8')
      const names = [...text.matchAll(call)].flatMap(([, event]) => event ?? [])
      const [folder, name = ''] = at.split('/')
      const service = folder === 'bff' ? 'bff' : name
      return [...new Set(names)].map((event) => ({ event, at, service }))
    })
}

/** Returns type, fields and comment of the message in its proto file. */
function declarationOf(event: string): { type: string; comment: string; fields: string[] } {
  for (const file of globSync('packages/contracts/proto/**/*.proto', { cwd: rootDir })) {
    const text = readFileSync(join(rootDir, file), 'utf8')
    const found = new RegExp(`((?:^//.*\\n)*)^message ${event} \\{([^}]*)\\}`, 'm').exec(text)
    if (!found) continue
    const [, above = '', body = ''] = found
    const name = dirname(file).slice('packages/contracts/proto/'.length).replaceAll('/', '.')
    return {
      type: `${name}.${event}`,
      comment: above
        .replaceAll(/^\/\/ ?/gm, '')
        .trim()
        .replaceAll('\n', ' '),
      fields: [...body.matchAll(/^\s*(?:optional |repeated )?[\w.]+ (\w+) = \d+/gm)].flatMap(
        ([, field]) => field ?? [],
      ),
    }
  }
  throw new Error(`no proto file declares ${event}`)
}
