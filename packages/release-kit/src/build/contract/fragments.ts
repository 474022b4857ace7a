import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { SignatureKind, SymbolFlags } from 'typescript/unstable/sync'
import type { Checker, Symbol as TypeSymbol } from 'typescript/unstable/sync'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
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

/** The type of a parameter of an exported function, component class or component object. What has no type accepts everything. */
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
