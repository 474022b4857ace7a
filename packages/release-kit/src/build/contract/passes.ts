import { relative } from 'node:path'
import type {
  CallExpression,
  JsxAttributes,
  JsxOpeningElement,
  JsxSelfClosingElement,
  Node,
  SourceFile,
} from 'typescript/unstable/ast'
import {
  isCallExpression,
  isIdentifier,
  isJsxAttribute,
  isJsxExpression,
  isJsxOpeningElement,
  isJsxSelfClosingElement,
  isPropertyAccessExpression,
  isStringLiteral,
} from 'typescript/unstable/ast/is'
import { SymbolFlags } from 'typescript/unstable/sync'
import type { Checker, Type } from 'typescript/unstable/sync'
import type { Descriptor } from '../../descriptor.ts'
import { lineOf } from './line-of.ts'
import type { Sources } from './program.ts'
import { propertyKey, typeText } from './type-text.ts'

type Pass = Descriptor['passes'][number]

/** What `<Remote>` keeps for itself, and React. */
const notPassed = new Set(['name', 'fallback', 'failed', 'key', 'ref'])
const fragmentName = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/

/** What the sources give to other teams' fragments, in `<Remote name="x/y" …>` and in `ctx.fragment('x/y', …)`. */
export function passesOf({ checker, files, root }: Sources): Pass[] {
  const own = files.filter(({ path }) => path.startsWith(`${root}/`))
  return own.flatMap(({ path, source }) => {
    const at = (node: Node) => `${relative(root, path)}:${lineOf(source, node)}`
    return nodesOf(source).flatMap((node) => {
      if (isJsxSelfClosingElement(node) || isJsxOpeningElement(node)) return rendered(checker, node, at)
      return isCallExpression(node) ? loaded(checker, node, at) : []
    })
  })
}

function rendered(
  checker: Checker,
  node: JsxSelfClosingElement | JsxOpeningElement,
  at: (node: Node) => string,
): Pass[] {
  if (!isIdentifier(node.tagName) || !isRemote(checker, node.tagName)) return []
  const given = attributesOf(checker, node.attributes)
  const names = fragmentsNamed(given.get('name'))
  const props = [...given]
    .filter(([name]) => !notPassed.has(name))
    .map(([name, text]) => `${propertyKey(name)}: ${text}`)
  return names.map((fragment) => ({ fragment, props: objectText(props), at: at(node) }))
}

function attributesOf(checker: Checker, attributes: JsxAttributes): Map<string, string> {
  const given = new Map<string, string>()
  for (const attribute of attributes.properties) {
    if (!isJsxAttribute(attribute)) {
      const spread = checker.getTypeAtLocation(attribute.expression)
      for (const property of spread ? checker.getPropertiesOfType(spread) : []) {
        const type = checker.getTypeOfSymbol(property)
        const mayBeAbsent = property.flags & SymbolFlags.Optional
        given.set(
          property.name,
          type ? `${typeText(checker, type)}${mayBeAbsent ? ' | undefined' : ''}` : 'any',
        )
      }
      continue
    }
    const { initializer } = attribute
    const value = initializer && isJsxExpression(initializer) ? initializer.expression : initializer
    const name = attribute.name.getText()
    if (!value) given.set(name, 'true')
    else if (isStringLiteral(value)) given.set(name, JSON.stringify(value.text))
    else given.set(name, textAt(checker, value))
  }
  return given
}

function loaded(checker: Checker, node: CallExpression, at: (node: Node) => string): Pass[] {
  const {
    expression,
    arguments: [name, props],
  } = node
  if (!isPropertyAccessExpression(expression) || expression.name.text !== 'fragment' || !name) return []
  const text = props ? textAt(checker, props) : '{}'
  return fragmentsNamed(textAt(checker, name)).map((fragment) => ({
    fragment,
    props: text,
    at: at(node),
    to: 'loader' as const,
  }))
}

const textAt = (checker: Checker, node: Node) => {
  const type: Type | undefined = checker.getTypeAtLocation(node)
  return type ? typeText(checker, type) : 'any'
}

/** A name that is only known at run time can't be looked at; of a choice all are. */
function fragmentsNamed(text = ''): string[] {
  return text.split(' | ').flatMap((part) => {
    const name = part.startsWith('"') ? String(JSON.parse(part)) : ''
    return fragmentName.test(name) ? [name] : []
  })
}

function isRemote(checker: Checker, tag: Node): boolean {
  const symbol = checker.getSymbolAtLocation(tag)
  if (!symbol) return false
  return (symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol).name === 'Remote'
}

function nodesOf(source: SourceFile): Node[] {
  const found: Node[] = []
  const visit = (node: Node): void => {
    found.push(node)
    node.forEachChild(visit)
  }
  visit(source)
  return found
}

const objectText = (members: string[]) => (members.length > 0 ? `{ ${members.join('; ')} }` : '{}')
