import { cpSync } from 'node:fs'
import { join } from 'node:path'

import { unpackPackages, versionsFolder } from '../debian.ts'
import { suite } from './base-files.ts'

/** Of a bundle, what a Dockerfile copies to / instead of /app. */
export const rootFolder = 'root'

/** Copies the shell that initdb calls its programs by; the base has none. */
export async function copyDebianShell(dir: string): Promise<Record<string, string>> {
  const from = unpackPackages('shell', ['dash'], suite)
  if (!from) throw new Error(`apt-get does not have ${suite}'s dash`)
  const to = join(dir, rootFolder)
  cpSync(join(from, 'bin/dash'), join(to, 'bin/sh'))
  cpSync(join(from, versionsFolder), join(to, versionsFolder), { recursive: true })
  return {}
}
