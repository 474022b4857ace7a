import { ElementFlags, SignatureKind, SymbolFlags, TypeFlags } from 'typescript/unstable/sync'
import type { Checker, Signature, Symbol as TypeSymbol, TupleType, Type } from 'typescript/unstable/sync'

/** Depth limit; deeper levels become `any`. */
const deepest = 8

/**
 * Returns a type as text without imports: its own and imported declarations are expanded. Only names of the language's
 * library and of React remain. A recursive reference becomes `any`.
 */
export function typeText(checker: Checker, type: Type): string {
  return write(type, [])

  function write(it: Type, within: number[]): string {
    if (it.isErrorType() || within.length > deepest || within.includes(it.id)) return 'any'
    const react = reactName(it)
    if (react) return react
    if (it.isLiteralType()) return literal(it.value)
    if (it.isUnionType()) return union(partsOf(it), within)
    if (it.flags & TypeFlags.Object || it.isIntersectionType()) return structure(it, [...within, it.id])
    if (it.isTypeParameter()) {
      const constraint = checker.getBaseConstraintOfType(it)
      return constraint ? write(constraint, [...within, it.id]) : 'unknown'
    }
    return it.isIntrinsicType() || it.flags & TypeFlags.StringLike ? checker.typeToString(it) : 'any'
  }

  /** Members are sorted: the compiler's order is arbitrary. */
  function union(parts: readonly Type[], within: number[]): string {
    const texts = new Set(parts.map((part) => write(part, within)).map(parenthesised))
    if (texts.has('any')) return 'any'
    if (texts.has('true') && texts.has('false')) {
      texts.delete('true')
      texts.delete('false')
      texts.add('boolean')
    }
    return [...texts].toSorted().join(' | ')
  }

  function structure(it: Type, within: number[]): string {
    if (it.isTupleType() || (it.isTypeReference() && it.getTarget().isTupleType())) return tuple(it, within)
    const symbol = it.getSymbol()
    if (symbol && isOfTheLanguage(symbol)) {
      const args = it.isTypeReference() ? checker.getTypeArguments(it) : []
      const written = args.map((argument) => write(argument, within)).join(', ')
      return written ? `${symbol.name}<${written}>` : symbol.name
    }
    const calls = checker.getSignaturesOfType(it, SignatureKind.Call)
    if (calls.length > 0) return calls.map((call) => `(${callText(call, within)})`).join(' & ')
    if (checker.getSignaturesOfType(it, SignatureKind.Construct).length > 0) return 'any'
    const members = checker.getPropertiesOfType(it).flatMap((property) => member(property, within))
    const indexes = checker
      .getIndexInfosOfType(it)
      .map(({ keyType, valueType }) => `[key: ${write(keyType, within)}]: ${write(valueType, within)}`)
    return members.length + indexes.length > 0 ? `{ ${[...members, ...indexes].join('; ')} }` : '{}'
  }

  function member(property: TypeSymbol, within: number[]): string[] {
    const value = checker.getTypeOfSymbol(property)
    // Private names and well-known symbols cannot appear in a type literal.
    if (!value || /^(__@|#)/.test(property.name)) return []
    const mark = property.flags & SymbolFlags.Optional ? '?' : ''
    return [`${propertyKey(property.name)}${mark}: ${write(value, within)}`]
  }

  function tuple(it: Type, within: number[]): string {
    const { elementFlags } = (it.isTypeReference() ? it.getTarget() : it) as TupleType
    const elements = it.isTypeReference() ? checker.getTypeArguments(it) : []
    const written = elements.map((element, at) => {
      const text = parenthesised(write(element, within))
      const flags = elementFlags[at] ?? ElementFlags.Required
      if (flags & ElementFlags.Rest) return `...${text}[]`
      return flags & ElementFlags.Optional ? `${text}?` : text
    })
    return `[${written.join(', ')}]`
  }

  function callText(call: Signature, within: number[]): string {
    const parameters = call.getParameters()
    const written = parameters.map((parameter, at) => {
      const parameterType = checker.getTypeOfSymbol(parameter)
      const text = parameterType ? write(parameterType, within) : 'any'
      if (call.hasRestParameter && at === parameters.length - 1) return `...p${at}: ${text}`
      const declared = parameter.valueDeclaration?.resolve()
      const optional = declared && 'questionToken' in declared && declared.questionToken !== undefined
      return `p${at}${optional ? '?' : ''}: ${text}`
    })
    const result = checker.getReturnTypeOfSignature(call)
    return `(${written.join(', ')}) => ${result ? write(result, within) : 'any'}`
  }
}

function partsOf(it: Type & { getTypes?: () => readonly Type[] | undefined }): readonly Type[] {
  return it.getTypes?.() ?? []
}

function literal(value: string | number | boolean | bigint): string {
  return typeof value === 'bigint' ? `${value}n` : JSON.stringify(value)
}

/** Returns a property name in type syntax, quoted if necessary. */
export const propertyKey = (name: string): string =>
  /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? name : JSON.stringify(name)

const parenthesised = (text: string) =>
  text.includes('=>') && !/^[({[].*[)}\]]$/s.test(text) ? `(${text})` : text

function reactName(it: Type): string | undefined {
  const symbol = [it.getAliasSymbol(), it.getSymbol()].find(
    (each) => each && declaredIn(each, /\/@types\/react\//),
  )
  return symbol && `React.${symbol.name}`
}

const isOfTheLanguage = (symbol: TypeSymbol) => declaredIn(symbol, /(^|\/)lib\.[\w.]+\.d\.ts$/)

function declaredIn(symbol: TypeSymbol, place: RegExp): boolean {
  return symbol.declarations.some(({ path }) => place.test(path))
}
