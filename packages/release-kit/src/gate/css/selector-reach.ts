import parser from 'postcss-selector-parser'
import type { Container } from 'postcss-selector-parser'
import { isScoped } from './scoped-names.ts'

/**
 * Returns `own` when a selector matches only on or below elements with one of the release's scoped names, else
 * `any`.
 */
export function reachOf(selector: string, names: Set<string>): 'own' | 'any' {
  const [only] = parser().astSync(selector).nodes
  return only && isOwn(only, names) ? 'own' : 'any'
}

function isOwn(container: Container, names: Set<string>): boolean {
  return container.nodes.some((node) => {
    if (node.type === 'class' || node.type === 'id') return isScoped(node.value, names)
    // Every alternative must be the release's own. `:has` and `:not` do not restrict the matched element itself.
    if (node.type === 'pseudo' && (node.value === ':is' || node.value === ':where'))
      return node.nodes.length > 0 && node.nodes.every((part) => isOwn(part, names))
    return false
  })
}
