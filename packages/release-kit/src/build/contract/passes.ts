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
} from 'typescript/unstable/ast/is'
import { SymbolFlags } from 'typescript/unstable/sync'
import type { Checker } from 'typescript/unstable/sync'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { givenText, objectText, spreadMembers } from './given-text.ts'
import { lineOf } from './line-of.ts'
import type { Sources } from './program.ts'

type Pass = Descriptor['passes'][number]

/** Props that `<Remote>` and React consume. */
const notPassed = new Set(['name', 'fallback', 'failed', 'key', 'ref'])
const fragmentName = /^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/

/**
 * Returns the props that the sources pass to other teams' fragments, in `<Remote name="x/y" …>` and in
 * `ctx.fragment('x/y', …)`.
 */
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
  const props = new Map([...given].filter(([name]) => !notPassed.has(name)))
  return names.map((fragment) => ({ fragment, props: objectText(props), at: at(node) }))
}

function attributesOf(checker: Checker, attributes: JsxAttributes): Map<string, string> {
  const given = new Map<string, string>()
  for (const attribute of attributes.properties) {
    if (!isJsxAttribute(attribute)) {
      for (const [name, text] of spreadMembers(checker, attribute.expression)) given.set(name, text)
      continue
    }
    const { initializer } = attribute
    const value = initializer && isJsxExpression(initializer) ? initializer.expression : initializer
    given.set(attribute.name.getText(), value ? givenText(checker, value) : 'true')
  }
  return given
}

function loaded(checker: Checker, node: CallExpression, at: (node: Node) => string): Pass[] {
  const {
    expression,
    arguments: [name, props],
  } = node
  if (!isPropertyAccessExpression(expression) || expression.name.text !== 'fragment' || !name) return []
  const given = props ? givenText(checker, props) : '{}'
  return fragmentsNamed(givenText(checker, name)).map((fragment) => ({
    fragment,
    props: given,
    at: at(node),
    to: 'loader' as const,
  }))
}

/**
 * Returns the fragment names in a type's text: all members of a union, none for a name that is computed at run time.
 */
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
