import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { cacheDir } from '../paths.ts'
import { basePackages, makeBaseFiles } from './base-files.ts'
import { bom } from './bom.ts'
import { bundle } from './bundle.ts'
import { rootFolder } from './copy-debian-shell.ts'
import { provenance } from './provenance.ts'
import { type RoleName, roles } from './roles.ts'

/** Images by the Dockerfiles of infra/docker. */
export const imageNames = ['base', ...(Object.keys(roles) as RoleName[])] as const
export type ImageName = (typeof imageNames)[number]

/** What an image is built from, and what is attested of it. */
export type Context = { dir: string; bom: string; provenance: string }

/** Makes the folder that becomes an image, its bill of materials and its provenance. */
export async function makeContext(name: ImageName): Promise<Context> {
  const { dir, inputs } = name === 'base' ? { dir: makeBaseFiles(), inputs: [] } : await bundle(name)
  return {
    dir,
    bom: write(`${name}.cdx.json`, bom(name, inputs, [basePackages(), join(dir, rootFolder)])),
    provenance: write(`${name}.provenance.json`, provenance(name)),
  }
}

function write(file: string, content: object): string {
  mkdirSync(join(cacheDir, 'images'), { recursive: true })
  const path = join(cacheDir, 'images', file)
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`)
  return path
}
