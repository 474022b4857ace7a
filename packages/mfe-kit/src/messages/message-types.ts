import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { placeholdersOf } from './placeholders.ts'
import type { Placeholder } from './placeholders.ts'

/** Returns the declaration of `Messages`: what each message takes, and whether it is text or React nodes. */
export function messageTypes(messages: Record<string, MessageFormatElement[]>): string {
  const entries = Object.entries(messages).map(
    ([key, elements]) => `  ${JSON.stringify(key)}: ${typeOf(elements)}\n`,
  )
  const body = entries.join('')
  const imported = body.includes('ReactNode') ? "import type { ReactNode } from 'react'\n\n" : ''
  return `// Written by the build from en.json.\n${imported}export interface Messages {\n${body}}\n`
}

function typeOf(elements: MessageFormatElement[]): string {
  const placeholders = [...placeholdersOf(elements)]
  if (placeholders.length === 0) return '() => string'
  const fields = placeholders.map(
    ([name, uses]) => `${/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)}: ${valueOf(uses)}`,
  )
  const isRich = placeholders.some(([, uses]) => uses.has('tag'))
  return `(values: { ${fields.join('; ')} }) => ${isRich ? 'ReactNode' : 'string'}`
}

function valueOf(uses: Set<Placeholder>): string {
  if (uses.has('tag')) return '(children: ReactNode) => ReactNode'
  if (uses.has('date') || uses.has('time')) return 'Date | number'
  if (uses.has('number') || uses.has('percent') || uses.has('plural') || uses.has('ordinal')) return 'number'
  return uses.has('select') ? 'string' : 'string | number'
}
