import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'

/** The declaration in a micro frontend's folder, as it is now. */
export async function configOf(root: string): Promise<MicroFrontend> {
  const file = join(root, 'mall.config.ts')
  const { mtimeMs } = await stat(file)
  const { default: config }: { default: MicroFrontend } = await import(
    `${pathToFileURL(file).href}?${mtimeMs}`
  )
  return config
}
