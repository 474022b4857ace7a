import type { Expression, ObjectLiteralElementLike } from 'typescript/unstable/ast'
import {
  isArrayLiteralExpression,
  isComputedPropertyName,
  isConditionalExpression,
  isNoSubstitutionTemplateLiteral,
  isNumericLiteral,
  isObjectLiteralExpression,
  isParenthesizedExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isSpreadAssignment,
  isSpreadElement,
  isStringLiteral,
} from 'typescript/unstable/ast/is'
import { SymbolFlags } from 'typescript/unstable/sync'
import type { Checker } from 'typescript/unstable/sync'
import { propertyKey, typeText } from './type-text.ts'

/**
 * Returns the type of a passed expression as text. Literals keep their literal type at any depth: the compiler widens
 * `{ size: 'large' }` to a string where no type is expected, but the receiving fragment expects one.
 */
export function givenText(checker: Checker, node: Expression): string {
  if (isParenthesizedExpression(node)) return givenText(checker, node.expression)
  if (isStringLiteral(node) || isNoSubstitutionTemplateLiteral(node)) return JSON.stringify(node.text)
  if (isNumericLiteral(node)) return node.text
  if (isConditionalExpression(node))
    return either(givenText(checker, node.whenTrue), givenText(checker, node.whenFalse))
  if (isArrayLiteralExpression(node)) {
    const elements = node.elements.map((element) =>
      isSpreadElement(element) ? `...${atRuntime(checker, element.expression)}` : givenText(checker, element),
    )
    return `[${elements.join(', ')}]`
  }
  if (!isObjectLiteralExpression(node)) return atRuntime(checker, node)
  const members = new Map(node.properties.flatMap((property) => membersOf(checker, property)))
  return objectText(members)
}

/** Formats properties and their types as `{ sku: string; size?: 'large' }`. */
export function objectText(members: Map<string, string>): string {
  const written = [...members].map(([name, text]) => `${propertyKey(name)}: ${text}`)
  return written.length > 0 ? `{ ${written.join('; ')} }` : '{}'
}

/** Returns the properties of a spread expression, with their types. */
export function spreadMembers(checker: Checker, node: Expression): [string, string][] {
  const type = checker.getTypeAtLocation(node)
  return (type ? checker.getPropertiesOfType(type) : []).map((property) => {
    const value = checker.getTypeOfSymbol(property)
    const text = value ? typeText(checker, value) : 'any'
    return [property.name, property.flags & SymbolFlags.Optional ? either(text, 'undefined') : text]
  })
}

function membersOf(checker: Checker, property: ObjectLiteralElementLike): [string, string][] {
  if (isSpreadAssignment(property)) return spreadMembers(checker, property.expression)
  const { name } = property
  if (!name || isComputedPropertyName(name)) return []
  const key = name.text
  if (isPropertyAssignment(property)) return [[key, givenText(checker, property.initializer)]]
  const symbol = isShorthandPropertyAssignment(property)
    ? checker.getShorthandAssignmentValueSymbol(property)
    : checker.getSymbolAtLocation(name)
  const type = symbol && checker.getTypeOfSymbolAtLocation(symbol, name)
  return [[key, type ? typeText(checker, type) : 'any']]
}

function atRuntime(checker: Checker, node: Expression): string {
  const type = checker.getTypeAtLocation(node)
  return type ? typeText(checker, type) : 'any'
}

const either = (a: string, b: string) => (a === b ? a : `${a} | ${b}`)
