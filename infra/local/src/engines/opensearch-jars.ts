import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { toolEnv } from '../base-env.ts'
import { cacheDir, rootDir } from '../paths.ts'

export const opensearchDir = `${rootDir}/infra/local/opensearch`
const copyDependencies = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies'

/** Names of the tools that an OpenSearch node needs and this machine lacks: a JDK, because a JRE runs no source file, and Maven. */
export function missingTools(): string[] {
  return ['javac', 'mvn'].filter((tool) => !runs(tool))
}

/** Returns the folder with OpenSearch's jars, which Maven brings when pom.xml has changed since. */
export function opensearchJars(): string {
  const pom = join(opensearchDir, 'pom.xml')
  const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12)
  const jars = join(cacheDir, 'opensearch', version)
  if (existsSync(jars)) return jars
  mkdirSync(join(cacheDir, 'opensearch'), { recursive: true })
  const staging = mkdtempSync(`${jars}.`)
  try {
    const args = ['-B', '-q', '-f', pom, copyDependencies, '-DincludeScope=runtime']
    execFileSync('mvn', [...args, `-DoutputDirectory=${staging}`], {
      env: { ...toolEnv(), ...(process.env['MAVEN_OPTS'] && { MAVEN_OPTS: process.env['MAVEN_OPTS'] }) },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    // Another start may have been first; both folders hold the same.
    if (!existsSync(jars)) renameSync(staging, jars)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
  return jars
}

function runs(tool: string): boolean {
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore', env: toolEnv() })
    return true
  } catch {
    return false
  }
}
