/** Markup that needs no further escaping. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

/** Template tag that escapes every value that is not itself `html`; joins lists, renders undefined as empty. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Html {
  return new Html(parts.reduce((all, part, i) => all + render(values[i - 1]) + part))
}

function render(value: unknown): string {
  if (value instanceof Html) return value.markup
  if (Array.isArray(value)) return value.map(render).join('')
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`) : ''
}
