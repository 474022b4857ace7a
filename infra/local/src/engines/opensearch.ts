import { join } from 'node:path'

import { toolEnv } from '../base-env.ts'
import { startChild } from '../child-process.ts'
import { freePort } from '../free-port.ts'
import { privateDir } from '../private-dir.ts'
import { type Engine, type EngineOptions, mostSilentMs } from './engine.ts'
import { missingTools, opensearchDir, opensearchJars } from './opensearch-jars.ts'
import { searchRole } from './search-role.ts'

// Serial collection and the first compiler only: half the CPU of a start, and what one node of a laptop needs.
const jvm = ['-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']

const ofIndices = searchRole.index_permissions
const allowed = [
  searchRole.cluster_permissions,
  ofIndices.flatMap((it) => it.allowed_actions),
  ofIndices.flatMap((it) => it.index_patterns),
].map(String)

/**
 * Starts an OpenSearch node on `stateDir`/opensearch from Maven's jars. The URL holds its user and password; unless it is to be an administrator, it may do what the search does.
 * @throws Error where a JDK or Maven is missing
 */
export async function openOpensearch({
  stateDir,
  logDir,
  port,
  silentForMs = mostSilentMs,
  secret,
  isAdministrator = false,
}: Omit<EngineOptions, 'durable'> & { secret: string; isAdministrator?: boolean }): Promise<Engine> {
  const missing = missingTools()
  if (missing.length > 0)
    throw new Error(`An OpenSearch node needs a JDK (17 or newer) and Maven; missing: ${missing.join(', ')}`)
  const jars = opensearchJars()
  const chosen = await freePort(port)
  const url = `http://mall:${secret}@127.0.0.1:${chosen}`
  const part = await startChild({
    name: 'opensearch',
    command: 'java',
    args: [
      ...jvm,
      '-cp',
      `${jars}/*`,
      join(opensearchDir, 'Start.java'),
      privateDir(join(stateDir, 'opensearch')),
      `${chosen}`,
      ...(isAdministrator ? ['*', '*', '*'] : allowed),
    ],
    env: toolEnv(),
    input: `${secret}\n`,
    logFile: join(logDir, 'opensearch.log'),
    readyTimeoutMs: 120_000,
    silentForMs,
    ready: () => answers(url),
  })
  return { url, port: chosen, part }
}

/** HTTP answers before the state is recovered, while searches fail: the wait for yellow times out with 408 until they work. */
async function answers(url: string): Promise<boolean> {
  const { origin, username, password } = new URL(url)
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const response = await fetch(`${origin}/_cluster/health?wait_for_status=yellow&timeout=5s`, {
    headers: { authorization },
    signal: AbortSignal.timeout(10_000),
  })
  return response.ok
}
