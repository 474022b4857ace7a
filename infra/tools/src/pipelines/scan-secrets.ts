import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

import { lintSource } from '@secretlint/core'
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend'

import { rootDir } from '../paths.ts'

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: recommended }] }

/** Returns the keys, tokens and passwords that Secretlint finds in a text, without showing them. */
export async function secretsIn(filePath: string, content: string): Promise<string[]> {
  const { messages } = await lintSource({
    source: { filePath, content, ext: extname(filePath), contentType: 'text' },
    options: { config, maskSecrets: true },
  })
  return messages.map(({ loc, ruleId }) => `${filePath}:${loc.start.line}: ${ruleId} finds a secret`)
}

/** Returns the secrets in all files that are committed or could be. */
export async function scanSecrets(): Promise<string[]> {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const files = execFileSync('git', list, { cwd: rootDir, encoding: 'utf8', maxBuffer: 64 << 20 })
    .split('\0')
    .filter(Boolean)
  const found: string[] = []
  for (const file of files) {
    const path = join(rootDir, file)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue
    const bytes = readFileSync(path)
    if (!bytes.includes(0)) found.push(...(await secretsIn(file, bytes.toString())))
  }
  return found
}
