/** Returns a deep copy of a protobuf message. Only the prototype is shared, which holds the defaults. */
export function copyOf<T>(value: T): T
export function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item))
  if (value instanceof Uint8Array) return value.slice()
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(value))
  for (const [name, own] of Object.entries(value)) copy[name] = copyOf(own)
  return copy
}
