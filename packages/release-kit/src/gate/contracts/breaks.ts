import { ScalarType } from '@bufbuild/protobuf'
import type { DescEnum, DescField, DescMessage, DescMethod } from '@bufbuild/protobuf'

export interface Break {
  /** `mallhive.cart.v1.AddItemRequest.quantity` */
  what: string
  why: string
}

/**
 * Returns the differences between the contract that a caller was built against and the served one that break the call,
 * on the wire or in JSON. Fields only in the caller's contract count if its code mentions them; fields only in the
 * served one never do.
 */
export function breaksOf(
  built: DescMethod,
  served: DescMethod,
  mentions: (name: string) => boolean,
): Break[] {
  const what = `${built.parent.typeName}/${built.name}`
  if (built.methodKind !== served.methodKind)
    return [{ what, why: `was ${built.methodKind} and is served as ${served.methodKind}` }]
  const seen = new Set<string>()
  return [...message(built.input, served.input), ...message(built.output, served.output)]

  function message(mine: DescMessage, theirs: DescMessage): Break[] {
    if (seen.has(mine.typeName)) return []
    seen.add(mine.typeName)
    return mine.fields.flatMap((it) => {
      const other = theirs.fields.find(({ number }) => number === it.number)
      return field(it, other)
    })
  }

  function field(mine: DescField, theirs: DescField | undefined): Break[] {
    const name = `${mine.parent.typeName}.${mine.name}`
    if (!theirs) return mentions(mine.localName) ? [{ what: name, why: 'is not served' }] : []
    if (mine.jsonName !== theirs.jsonName) return [{ what: name, why: `is served as ${theirs.name}` }]
    const [was, is] = [shapeOf(mine), shapeOf(theirs)]
    if (was !== is) return [{ what: name, why: `was built as ${was} and is served as ${is}` }]
    if (mine.message && theirs.message) return message(mine.message, theirs.message)
    return mine.enum && theirs.enum ? values(mine.enum, theirs.enum) : []
  }

  function values(mine: DescEnum, theirs: DescEnum): Break[] {
    if (seen.has(mine.typeName)) return []
    seen.add(mine.typeName)
    return mine.values.flatMap((value) => {
      const other = theirs.value[value.number]
      const name = `${mine.typeName}.${value.name}`
      if (!other) return mentions(value.localName) ? [{ what: name, why: 'is not served' }] : []
      return other.name === value.name ? [] : [{ what: name, why: `is served as ${other.name}` }]
    })
  }
}

/** Returns a field's type on the wire: `repeated int32`, `map<string, mallhive.money.v1.Money>`. */
function shapeOf(field: DescField): string {
  const type = field.message?.typeName ?? field.enum?.typeName ?? scalarName(field.scalar)
  if (field.fieldKind === 'map') return `map<${scalarName(field.mapKey)}, ${type}>`
  return field.fieldKind === 'list' ? `repeated ${type}` : type
}

const scalarName = (scalar: ScalarType | undefined) => (scalar ? ScalarType[scalar].toLowerCase() : 'unknown')
