import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { parse } from 'yaml'

import { versionsFolder } from '../debian.ts'
import { rootDir } from '../paths.ts'

type Component = {
  type: 'application' | 'library' | 'platform'
  'bom-ref': string
  name: string
  version: string
  purl?: string
  licenses?: ({ license: { name: string } } | { expression: string })[]
  hashes?: { alg: 'SHA-512'; content: string }[]
}

/** Returns the bill of materials (CycloneDX 1.6) of a role's image: packages of its bundle, Node, and Debian's. */
export function bom(name: string, inputs: string[], debian: string[]): object {
  const components = [...packagesIn(inputs), node(), ...debian.flatMap(debianPackages)]
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'container', 'bom-ref': name, name: `mallhive/${name}` } },
    components,
    dependencies: [{ ref: name, dependsOn: components.map((each) => each['bom-ref']) }],
  }
}

/** Packages that files belong to, with the checksums of the lockfile. */
function packagesIn(inputs: string[]): Component[] {
  const manifests = inputs
    .filter((file) => file.includes('node_modules/'))
    .map((file) => packageManifest(join(rootDir, file)))
  const integrity = integrities()
  return [...new Set(manifests)].toSorted().map((file) => {
    const { name = '', version = '', license }: Manifest = JSON.parse(readFileSync(file, 'utf8'))
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
    const checksum = integrity.get(`${name}@${version}`)
    return {
      type: 'library' as const,
      'bom-ref': purl,
      name,
      version,
      purl,
      ...(license && { licenses: [licenseOf(license)] }),
      ...(checksum && { hashes: [{ alg: 'SHA-512' as const, content: checksum }] }),
    }
  })
}

type Manifest = { name?: string; version?: string; license?: string }

/** The manifest of the package that a file is in; folders within packages may have nameless ones of their own. */
function packageManifest(file: string): string {
  const folder = dirname(file)
  if (folder === file) throw new Error('a file belongs to no package')
  const manifest = join(folder, 'package.json')
  if (!existsSync(manifest)) return packageManifest(folder)
  const { name, version }: Manifest = JSON.parse(readFileSync(manifest, 'utf8'))
  return name && version ? manifest : packageManifest(folder)
}

/** An SPDX expression where the manifest has one; other texts are names. */
const licenseOf = (license: string) =>
  /^[\w.()+ -]+$/.test(license) && !/^see /i.test(license)
    ? { expression: license }
    : { license: { name: license } }

function integrities(): Map<string, string> {
  const lock: { packages: Record<string, { resolution?: { integrity?: string } }> } = parse(
    readFileSync(join(rootDir, 'pnpm-lock.yaml'), 'utf8'),
  )
  return new Map(
    Object.entries(lock.packages).flatMap(([id, { resolution }]) => {
      const [, checksum] = /^sha512-(.+)$/.exec(resolution?.integrity ?? '') ?? []
      return checksum ? [[id, Buffer.from(checksum, 'base64').toString('hex')]] : []
    }),
  )
}

function node(): Component {
  const version = process.version.slice(1)
  const purl = `pkg:generic/node@${version}`
  return { type: 'platform', 'bom-ref': purl, name: 'node', version, purl, licenses: [{ expression: 'MIT' }] }
}

function debianPackages(folder: string): Component[] {
  return globSync(join(folder, versionsFolder, '*')).map((file) => {
    const control = readFileSync(file, 'utf8')
    const field = (key: string) => new RegExp(`^${key}: (.+)$`, 'm').exec(control)?.[1] ?? ''
    const [name, version] = [field('Package'), field('Version')]
    const purl = `pkg:deb/debian/${name}@${encodeURIComponent(version)}?arch=${field('Architecture')}`
    return { type: 'library', 'bom-ref': purl, name, version, purl }
  })
}
