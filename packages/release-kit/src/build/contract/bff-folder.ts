import { dirname, join } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'

/** Returns the folder of the BFF's modules, undefined without a BFF. */
export const bffFolder = (config: MicroFrontend, root: string): string | undefined =>
  config.bff && `${dirname(join(root, config.bff))}/`
