import { dirname, join } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'

/** The folder whose modules are the BFF's. */
export const bffFolder = (config: MicroFrontend, root: string): string | undefined =>
  config.bff && `${dirname(join(root, config.bff))}/`
