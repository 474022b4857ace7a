import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'

import { Ajv, type ValidateFunction } from 'ajv'
import { parseAllDocuments } from 'yaml'

import type { Manifest } from '../manifest.ts'
import { type Schema, kubernetesDefinitions } from './openapi.ts'
import { strict } from './strict-schema.ts'

type Definition = {
  kind: string
  spec: {
    group: string
    names: { kind: string }
    versions: { name: string; served: boolean; schema: { openAPIV3Schema: Schema } }[]
  }
}
type GroupVersionKind = { group: string; version: string; kind: string }

/** Returns what an API server with these definitions finds wrong with the fields of an object. */
export type Validate = (object: Manifest) => string[]

/** Opens a validator with Kubernetes' definitions and the custom ones in a folder; undefined where the former are not at hand. */
export function openValidator(folder: string): Validate | undefined {
  const definitions = kubernetesDefinitions()
  if (!definitions) return undefined
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, code: { regExp: re2 } })
  ajv.addSchema({ $id: 'kubernetes', definitions: closed(definitions) })
  const schemas = new Map<string, Schema>()
  for (const [name, definition] of Object.entries(definitions))
    for (const { group, version, kind } of (definition['x-kubernetes-group-version-kind'] ??
      []) as GroupVersionKind[])
      schemas.set(`${group ? `${group}/` : ''}${version} ${kind}`, {
        $ref: `kubernetes#/definitions/${name}`,
      })
  for (const [kind, schema] of customSchemas(folder)) schemas.set(kind, schema)
  const compiled = new Map<string, ValidateFunction>()

  return (object) => {
    const kind = `${object.apiVersion} ${object.kind}`
    const where = `${object.kind}/${object.metadata.name}`
    const schema = schemas.get(kind)
    if (!schema) return [`${where}: no definition of ${kind}`]
    const validate = compiled.get(kind) ?? ajv.compile(schema)
    compiled.set(kind, validate)
    if (validate(object)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${where}: ${instancePath} ${message} ${'additionalProperty' in params ? String(params['additionalProperty']) : ''}`,
    )
  }
}

const closed = (definitions: Record<string, Schema>) =>
  Object.fromEntries(Object.entries(definitions).map(([name, definition]) => [name, strict(definition)]))

function customSchemas(folder: string): [string, Schema][] {
  const metadata = { $ref: 'kubernetes#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' }
  return globSync(join(folder, '*.yaml'))
    .flatMap((file) => parseAllDocuments(readFileSync(file, 'utf8')))
    .map((document) => document.toJS() as Definition | null)
    .filter((definition) => definition?.kind === 'CustomResourceDefinition')
    .flatMap((definition) => {
      const { group, names, versions } = (definition as Definition).spec
      return versions.map(({ name, schema }): [string, Schema] => {
        const { properties, ...rest } = strict(schema.openAPIV3Schema)
        const named = { apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata }
        return [
          `${group}/${name} ${names.kind}`,
          { ...rest, properties: { ...(properties as object), ...named } },
        ]
      })
    })
}

/** Patterns of definitions are RE2's, which writes flags otherwise. */
function re2(pattern: string): RegExp {
  const flags = pattern.includes('(?i)') ? 'iu' : 'u'
  try {
    return new RegExp(pattern.replaceAll('(?i)', ''), flags)
  } catch {
    return new RegExp(pattern.replaceAll('(?i)', ''), flags.replace('u', ''))
  }
}
re2.code = 'regExp'
