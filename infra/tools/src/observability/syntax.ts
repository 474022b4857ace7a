import { parser as logql } from '@grafana/lezer-logql'
import { parser as promql } from '@prometheus-io/lezer-promql'

const parsers = { promql, logql }

/** Whether an expression is one of the language. */
export function isValid(language: keyof typeof parsers, expr: string): boolean {
  let valid = true
  parsers[language].parse(expr).iterate({ enter: ({ type }) => void (valid &&= !type.isError) })
  return valid
}

const comparisons = new Set(['Gtr', 'Lss', 'Gte', 'Lte', 'Eql', 'Eqlc', 'Neq'])

/**
 * Returns what has series whenever an expression can be evaluated at all: both sides of `and` and `or`, the left side of `unless`
 * and of comparisons, which an alert that does not fire leaves without any, and what `absent` looks for.
 */
export function operands(expr: string): string[] {
  const text = expr.trim()
  const outermost = promql.parse(text).topNode.firstChild
  if (!outermost) return [text]
  const slice = ({ from, to }: { from: number; to: number }) => text.slice(from, to)
  if (outermost.name === 'ParenExpr') return operands(text.slice(outermost.from + 1, outermost.to - 1))
  if (outermost.name === 'FunctionCall' && text.startsWith('absent(')) return operands(text.slice(7, -1))
  if (outermost.name !== 'BinaryExpr') return [text]
  const left = outermost.firstChild
  const right = outermost.lastChild
  const operator = left?.nextSibling
  if (!left || !right || !operator) return [text]
  if (operator.name === 'And' || operator.name === 'Or')
    return [...operands(slice(left)), ...operands(slice(right))]
  return operator.name === 'Unless' || comparisons.has(operator.name) ? operands(slice(left)) : [text]
}

/** Returns the names of the metrics that an expression reads. */
export function metricNames(expr: string): string[] {
  const names = new Set<string>()
  promql.parse(expr).iterate({
    enter: ({ name, from, to, node }) => {
      if (name === 'Identifier' && node.parent?.name === 'VectorSelector') names.add(expr.slice(from, to))
    },
  })
  return [...names]
}
