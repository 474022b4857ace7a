import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { SignatureKind, SymbolFlags } from 'typescript/unstable/sync'
import type { Checker, Symbol as TypeSymbol } from 'typescript/unstable/sync'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import type { Sources } from './program.ts'
import { typeText } from './type-text.ts'

/**
 * Returns the props of each fragment, from the declared types of its component and its loader. Pages are left out:
 * their props come from their own loader.
 */
export function fragmentsOf(config: MicroFrontend, { checker, file }: Sources): Descriptor['fragments'] {
  const pages = new Set(Object.values(config.routes))
  const fragments = Object.entries(config.exposes).filter(([expose]) => !pages.has(expose))
  return Object.fromEntries(
    fragments.map(([expose, path]) => {
      const source = file(path)
      const module = source && checker.getSymbolAtLocation(source)
      const exported = module ? checker.getExportsOfModule(module) : []
      const loader = exported.find(({ name }) => name === 'loader')
      return [
        expose,
        {
          props: taken(
            checker,
            exported.find(({ name }) => name === 'default'),
            0,
          ),
          ...(loader && { loaderProps: taken(checker, loader, 1) }),
        },
      ]
    }),
  )
}

/**
 * Returns the type of a parameter of an exported function, component class or component object; `any` without a type.
 */
function taken(checker: Checker, exported: TypeSymbol | undefined, parameter: number): string {
  const original =
    exported && exported.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported
  const type = original && checker.getTypeOfSymbol(original)
  if (!type) return 'any'
  const [call] = [
    ...checker.getSignaturesOfType(type, SignatureKind.Call),
    ...checker.getSignaturesOfType(type, SignatureKind.Construct),
  ]
  if (!call) return 'any'
  const symbol = call.getParameters()[parameter]
  const props = symbol && checker.getTypeOfSymbol(symbol)
  return props ? typeText(checker, props) : '{}'
}
