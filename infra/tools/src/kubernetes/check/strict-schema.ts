import type { Schema } from './openapi.ts'

/**
 * Returns a schema that refuses fields which it does not name, as an API server does with strict validation. Alternatives
 * (`anyOf` and the like) only say more about values and stay as they are.
 */
export function strict(schema: Schema): Schema {
  if (schema['x-kubernetes-int-or-string'] || schema['format'] === 'int-or-string')
    return { type: ['integer', 'string'] }
  const closed: Schema = Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !ignored.has(key) && !key.startsWith('x-'))
      .map(([key, value]) => [key, strictField(key, value)]),
  )
  if (typeof closed['type'] === 'string' && schema['nullable']) closed['type'] = [closed['type'], 'null']
  const keepsUnknown = schema['x-kubernetes-preserve-unknown-fields'] || 'additionalProperties' in closed
  if (closed['properties'] && !keepsUnknown) closed['additionalProperties'] = false
  if (schema['x-kubernetes-embedded-resource'] && isSchema(closed['properties']))
    closed['properties'] = { apiVersion: {}, kind: {}, metadata: {}, ...closed['properties'] }
  return closed
}

const ignored = new Set(['description', 'format', 'default', 'example', 'nullable', 'externalDocs'])

function strictField(key: string, value: unknown): unknown {
  if (!isSchema(value)) return value
  if (key === 'properties')
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => [name, isSchema(field) ? strict(field) : field]),
    )
  return key === 'items' || key === 'additionalProperties' ? strict(value) : value
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
