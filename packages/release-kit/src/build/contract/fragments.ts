import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { SignatureKind, SymbolFlags } from 'typescript/unstable/sync'
import type { Checker, Symbol as TypeSymbol, Type } from 'typescript/unstable/sync'
import type { Descriptor } from '../../descriptor.ts'
import type { Sources } from './program.ts'
import { typeText } from './type-text.ts'

/** What each fragment takes, from the declared types of its component and of its loader. Pages take what their own loader returns. */
export function fragmentsOf(config: MicroFrontend, { checker, file }: Sources): Descriptor['fragments'] {
  const pages = new Set(Object.values(config.routes))
  const fragments = Object.entries(config.exposes).filter(([expose]) => !pages.has(expose))
  return Object.fromEntries(
    fragments.map(([expose, path]) => {
      const source = file(path)
      const module = source && checker.getSymbolAtLocation(source)
      const exported = module ? checker.getExportsOfModule(module) : []
      const component = parametersOf(checker, exported, 'default')?.[0]
      const loader = parametersOf(checker, exported, 'loader')
      return [
        expose,
        {
          props: component ? typeText(checker, component) : '{}',
          ...(loader && { loaderProps: loader[1] ? typeText(checker, loader[1]) : '{}' }),
        },
      ]
    }),
  )
}

/** The types of what an exported function, component class or component object is called with; undefined when there is no such export. */
function parametersOf(checker: Checker, exported: readonly TypeSymbol[], name: string): Type[] | undefined {
  const symbol = exported.find((each) => each.name === name)
  if (!symbol) return undefined
  const original = symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const type = checker.getTypeOfSymbol(original)
  if (!type) return []
  const [call] = [
    ...checker.getSignaturesOfType(type, SignatureKind.Call),
    ...checker.getSignaturesOfType(type, SignatureKind.Construct),
  ]
  return (call?.getParameters() ?? []).flatMap((parameter) => checker.getTypeOfSymbol(parameter) ?? [])
}
