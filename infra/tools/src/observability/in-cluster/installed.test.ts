import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'

import { environments } from '../../../../environments.ts'
import { infraDir } from '../../paths.ts'

const read = (file: string) => readFileSync(join(infraDir, file), 'utf8')
type Installed = {
  kind: string
  metadata: { name: string; namespace: string; annotations?: Record<string, string> }
  spec?: { ports?: { port: number }[] }
  data?: Record<string, string>
}
const objectsIn = (file: string) =>
  parseAllDocuments(read(`observability/${file}`)).map((document) => document.toJS() as Installed)
const installed = ['collector', 'loki', 'fluent-bit'].flatMap((name) => objectsIn(`kubernetes/${name}.yaml`))

/** Where a Service of what is installed answers, as others write it. */
const addresses = installed
  .filter(({ kind }) => kind === 'Service')
  .flatMap(({ metadata: { name, namespace }, spec }) =>
    (spec?.ports ?? []).map(({ port }) => `${name}.${namespace}:${port}`),
  )

test('parts send their spans to a Service that is installed', () => {
  const [, endpoint] = /OTEL_EXPORTER_OTLP_ENDPOINT: 'http:\/\/(.+?)'/.exec(
    read('tools/src/kubernetes/variables.ts'),
  ) ?? ['', '']
  expect(addresses).toContain(endpoint)
})

test('Fluent Bit sends lines to a Service that is installed', () => {
  const text = read('observability/fluent-bit/fluent-bit.yaml')
  const [, host, port] = /host: (\S+)\n +port: (\d+)/.exec(text) ?? []
  expect(addresses).toContain(`${host}:${port}`)
})

test.each(Object.entries(environments))(
  'in %s a program that asks AWS takes a role that trusts its account',
  (environment, { account }) => {
    const trusted = new Set(
      [
        ...read('terraform/modules/mall/controllers.tf').matchAll(
          /^ {4}(\S+) = \{\n +namespace = "(.+)"\n +account += "(.+)"/gm,
        ),
      ].map(
        ([, role, namespace, name]) =>
          `${namespace}/${name} arn:aws:iam::${account}:role/mallhive-${environment}-${role}`,
      ),
    )
    const roles = objectsIn(`overlays/${environment}/roles.yaml`)
    expect(roles.length).toBeGreaterThan(0)
    for (const { metadata } of roles)
      expect(trusted).toContain(
        `${metadata.namespace}/${metadata.name} ${metadata.annotations?.['eks.amazonaws.com/role-arn']}`,
      )
  },
)

test.each(Object.entries(environments))(
  'in %s lines and alerts go to what Terraform makes there',
  (environment, { account }) => {
    const named = (file: string, pattern: RegExp) =>
      (pattern.exec(read(`terraform/modules/monitoring/${file}`))?.[1] ?? '')
        .replace(/\$\{var\.name\}/, `mallhive-${environment}`)
        .replace(/\$\{var\.account_id\}/, account)
    const [variables] = objectsIn(`overlays/${environment}/environment.yaml`)
    expect(variables?.data).toEqual({
      LOG_BUCKET: named('lines.tf', /name += "(.+)"/),
      LOG_GROUPS: named('main.tf', /name += "(\/\$\{var\.name\})\/\$\{each\.key\}"/),
    })
    const topics = [
      ...read(`observability/overlays/${environment}/alertmanager-config.yaml`).matchAll(/topic_arn: (\S+)/g),
    ].map(([, arn]) => arn)
    const made = /receiver" \{\n +for_each = toset\((\[.+\])\)/.exec(
      read('terraform/modules/monitoring/receivers.tf'),
    )
    expect(topics).toEqual(
      (JSON.parse(made?.[1] ?? '[]') as string[]).map(
        (name) => `arn:aws:sns:eu-central-1:${account}:mallhive-${environment}-${name}`,
      ),
    )
  },
)

test('the bucket of lines forgets none that Loki still keeps', () => {
  const hours = Number(/retention_period: (\d+)h/.exec(read('observability/loki/loki.yaml'))?.[1])
  const days = Number(
    /kept_days += \{ "" = (\d+) \}/.exec(read('terraform/modules/monitoring/lines.tf'))?.[1],
  )
  expect(days).toBeGreaterThan(hours / 24)
})
