// Entry of `./mall` and of the root's npm scripts: installs the pinned Node and pnpm and the workspace's packages, and runs the
// command under that Node. Needs only Node 20 or newer and npm.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const toolchain = join(root, '.cache/toolchain')
const modules = join(toolchain, 'node_modules')
/** Versions of pnpm and, per platform, the npm package with Node's binary at its newest published version. */
const pins = JSON.parse(readFileSync(join(root, 'infra/local/toolchain.json'), 'utf8'))
const [command = 'start', ...args] = process.argv.slice(2)
const say = (text) => process.stderr.write(text)

try {
  const node = await bringToolchain()
  await installPackages(node)
  await run(node)
} catch (error) {
  console.error(`\n${error.message}`)
  process.exit(1)
}

/**
 * Installs the toolchain if missing. Meanwhile a new checkout's packages are downloaded: both wait for the network. Returns the
 * path of the pinned Node, or of the running one on other platforms.
 */
async function bringToolchain() {
  const platform = `${process.platform}-${process.arch}`
  const carrier = pins.node[platform]
  const [major] = process.versions.node.split('.').map(Number)
  if (!carrier && major < 26) {
    throw new Error(`On ${platform} MallHive needs Node 26 or newer; this is ${process.version}.`)
  }
  await bring('pnpm', pins.pnpm)
  if (!carrier) return process.execPath
  const isNew = !existsSync(join(root, 'node_modules'))
  // `pnpm install` does what this could not, or says why.
  await Promise.all([bring(...carrier), isNew && runPnpm(process.execPath, 'fetch')])
  return join(modules, carrier[0], 'bin/node')
}

async function bring(name, version) {
  if (installedVersion(name) === version) return
  const started = Date.now()
  say(`Bringing ${name} ${version} …\n`)
  await npmInstall(`${name}@${version}`)
  say(`  ${name} brought in ${seconds(started)}\n`)
}

function installedVersion(name) {
  const file = join(modules, name, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined
}

async function npmInstall(spec) {
  mkdirSync(toolchain, { recursive: true })
  if (!existsSync(join(toolchain, 'package.json')))
    writeFileSync(join(toolchain, 'package.json'), '{"private":true}')
  const flags = ['--save-exact', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const patience = ['--fetch-retries=1', '--fetch-timeout=90000']
  const cli = process.env.npm_execpath
  const [npm, entry] = cli?.endsWith('.js') && existsSync(cli) ? [process.execPath, [cli]] : ['npm', []]
  const child = spawn(npm, [...entry, 'install', '--prefix', toolchain, ...flags, ...patience, spec], {
    cwd: toolchain,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 240_000,
    killSignal: 'SIGKILL',
  })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  const { status, signal, error } = await new Promise((resolve) => {
    child.once('error', (failure) => resolve({ error: failure }))
    child.once('close', (code, by) => resolve({ status: code, signal: by }))
  })
  if (signal === 'SIGKILL')
    throw new Error('npm got no answer within four minutes. Does its registry answer? Try: npm ping')
  if (error)
    throw new Error(`npm could not be run (${error.message}). MallHive needs Node 20 or newer with npm.`)
  if (status === 0) return
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH/.test(stderr)
  const closed = /EACCES|EPERM|EROFS/.test(stderr)
  const hint = offline
    ? 'npm cannot reach its registry. The first start needs the network (or an npm proxy: npm config set registry …); later starts do not.'
    : closed
      ? `npm may not write to ${toolchain}. Did another user start MallHive here? Remove .cache or change its owner.`
      : 'npm could not install them.'
  throw new Error(`${hint}\n\n${stderr.trim()}`)
}

/** Runs `pnpm install` unless the lockfile is unchanged since the last installation. */
async function installPackages(node) {
  const stamp = join(root, 'node_modules/.mallhive-lockfile')
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile) return
  const started = Date.now()
  say('Installing packages …\n')
  const { code, output } = await runPnpm(node, 'install', '--frozen-lockfile')
  if (code !== 0) throw new Error(`pnpm install failed:\n\n${output.slice(-30).join('\n')}`)
  writeFileSync(stamp, lockfile)
  say(`  packages installed in ${seconds(started)}\n`)
}

/** Runs pnpm and shows its progress. */
async function runPnpm(node, ...parameters) {
  const pnpm = spawn(node, [join(modules, 'pnpm/bin/pnpm.mjs'), ...parameters, '--reporter=append-only'], {
    cwd: root,
    env: toolPath(node),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = []
  for (const stream of [pnpm.stdout, pnpm.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output.push(line)
      if (line.startsWith('Progress:')) say(`  ${line.slice('Progress: '.length)}\n`)
    })
  }
  const code = await new Promise((resolve) => pnpm.once('close', resolve))
  return { code, output }
}

/** Runs the command under the project's Node, forwards signals, and exits with its exit code. */
function run(node) {
  const [program, parameters, cwd] = programOf(node)
  const child = spawn(program, parameters, {
    cwd,
    env: toolPath(node, cwd),
    // The IPC channel disconnects when this process ends for any reason, which ends the child.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // A terminal's Ctrl-C reaches the child directly; a SIGINT from elsewhere reaches only this process.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm may be killed without forwarding the signal; this process then has a new parent.
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
  return new Promise((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => process.exit(signal ? 1 : code))
  })
}

/** Returns program, arguments and folder: `mall` runs the release kit, `infra` infra/tools, `exec <folder> <tool>` a tool, others infra/local. */
function programOf(node) {
  if (command === 'mall')
    return [node, [join(root, 'packages/release-kit/src/bin.ts'), ...args], process.cwd()]
  if (command === 'infra') return [node, [join(root, 'infra/tools/src/infra.ts'), ...args], root]
  if (command === 'exec') return [args[1], args.slice(2), join(root, args[0])]
  return [node, [join(root, 'infra/local/src', `${command}.ts`), ...args], root]
}

function toolPath(node, cwd = root) {
  const bins = [cwd, root].map((folder) => join(folder, 'node_modules/.bin'))
  const path = [dirname(node), join(modules, '.bin'), ...bins, process.env.PATH].join(':')
  return { ...process.env, PATH: path, NODE: node, npm_node_execpath: node }
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`
}
