import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import { registerHooks } from 'node:module'

/**
 * Modules that a bundle may require, with their ids. None reaches files, the network, other processes or this one's internals. An
 * object without a prototype: the bundle can patch the methods of sets, maps and strings.
 * @type {Record<string, string>}
 */
const allowed = Object.assign(Object.create(null), {
  assert: 'node:assert',
  buffer: 'node:buffer',
  crypto: 'node:crypto',
  events: 'node:events',
  path: 'node:path',
  'path/posix': 'node:path/posix',
  querystring: 'node:querystring',
  stream: 'node:stream',
  'stream/promises': 'node:stream/promises',
  'stream/web': 'node:stream/web',
  string_decoder: 'node:string_decoder',
  timers: 'node:timers',
  'timers/promises': 'node:timers/promises',
  url: 'node:url',
  util: 'node:util',
  'util/types': 'node:util/types',
  zlib: 'node:zlib',
})

/** async_hooks without `createHook`, which exposes the handles of the channel. */
const asyncHooks = { AsyncLocalStorage, AsyncResource }

/**
 * Properties that stay on `process`, including those that Node itself needs. All others are deleted: `kill` and
 * `_debugProcess` reach the host, `getBuiltinModule` every module, `_getActiveHandles` the channel.
 */
const kept = new Set([
  'addListener',
  'arch',
  'argv',
  'argv0',
  'cwd',
  'domain',
  'emit',
  'emitWarning',
  'env',
  'execArgv',
  'exit',
  'exitCode',
  'features',
  'hrtime',
  'listenerCount',
  'listeners',
  'memoryUsage',
  'nextTick',
  'off',
  'on',
  'once',
  'permission',
  'pid',
  'platform',
  'reallyExit',
  'release',
  'removeListener',
  'title',
  'uptime',
  'version',
  'versions',
  '_events',
  '_eventsCount',
  '_exiting',
  '_maxListeners',
  '_tickCallback',
])

/**
 * Irreversibly removes every API by which code could reach beyond this process. Nothing can be imported afterwards.
 * @returns {(name: string) => unknown} `require` for the builtin modules that are allowed
 * @throws Error when a property cannot be deleted
 */
export function closeProcess() {
  const getBuiltin = process.getBuiltinModule.bind(process)
  /** @param {string} name @returns {never} */
  const refuse = (name) => {
    throw Object.assign(new Error(`A bundle may not load "${name}"`), { code: 'ERR_BUNDLE_MODULE' })
  }
  registerHooks({ resolve: (specifier) => refuse(specifier) })
  process.permission.drop('fs.read')
  for (const name of Object.getOwnPropertyNames(process)) {
    if (!kept.has(name)) Reflect.deleteProperty(process, name)
  }
  const left = Object.getOwnPropertyNames(process).filter((name) => !kept.has(name))
  if (left.length > 0) throw new Error(`process keeps ${left.join()}`)
  return (specifier) => {
    const name = specifier.replace(/^node:/, '')
    if (name === 'async_hooks') return asyncHooks
    const id = allowed[name]
    return id === undefined ? refuse(specifier) : getBuiltin(id)
  }
}
