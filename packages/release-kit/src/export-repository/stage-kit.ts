import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { transform } from 'esbuild'

interface Manifest {
  name: string
  version: string
  exports: Record<string, string | string[]>
  bin?: Record<string, string>
  dependencies?: Record<string, string>
}

const sources = ['src/**/*.{ts,tsx}']
const notShipped = /\.(test|stories)\.tsx?$|\/testing\.ts$/
const aside = ['src/**/*.css', 'gen/**/*.{js,d.ts}', 'fonts/**/*', 'messages/*', 'template/**/*']

/**
 * Writes a kit in its published form: JavaScript with declarations instead of TypeScript, and exact dependencies.
 * Returns its name.
 */
export async function stageKit(workspace: string, from: string, to: string): Promise<string> {
  for (const file of globSync(sources, { cwd: from }))
    if (!notShipped.test(file)) await stageSource(workspace, from, to, file)
  for (const file of globSync(aside, { cwd: from, withFileTypes: true })) {
    if (!file.isFile()) continue
    const path = join(file.parentPath, file.name)
    cpSync(path, join(to, path.slice(from.length)))
  }
  const manifest: Manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'))
  write(join(to, 'package.json'), JSON.stringify(published(manifest, from), null, 2))
  return manifest.name
}

async function stageSource(workspace: string, from: string, to: string, file: string): Promise<void> {
  const text = readFileSync(join(from, file), 'utf8')
  if (file.endsWith('.d.ts')) return write(join(to, file), text)
  const { code } = await transform(text, {
    loader: file.endsWith('x') ? 'tsx' : 'ts',
    jsx: 'automatic',
    target: 'es2022',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  })
  const compiled = file.replace(/\.tsx?$/, '')
  write(join(to, `${compiled}.js`), ofJavaScript(code))
  const declared = join(workspace, '.cache/tsc', from.slice(workspace.length), `${compiled}.d.ts`)
  if (existsSync(declared)) write(join(to, `${compiled}.d.ts`), ofJavaScript(readFileSync(declared, 'utf8')))
}

/** Rewrites relative imports to the compiled files, also behind a comment for webpack. */
function ofJavaScript(code: string): string {
  return code.replace(
    /((?:from|import|URL)\s*\(?\s*(?:\/\*.*?\*\/\s*)?["']\.{1,2}\/[^"']+?)(?<!\.d)\.tsx?(?=["'])/g,
    '$1.js',
  )
}

function published(
  { name, version, exports, bin, dependencies = {}, ...rest }: Manifest,
  from: string,
): object {
  const { scripts: _, devDependencies: __, private: ___, ...plain }: Record<string, unknown> = { ...rest }
  const named = Object.entries(exports).map(([key, target]) => [key, exported([target].flat()[0] ?? '')])
  const commands = Object.entries(bin ?? {}).map(([key, file]) => [key, file.replace(/\.ts$/, '.js')])
  return {
    name,
    version,
    ...plain,
    exports: Object.fromEntries(named),
    bin: bin && Object.fromEntries(commands),
    dependencies: Object.fromEntries(
      Object.keys(dependencies).map((dependency) => [dependency, installedVersion(from, dependency)]),
    ),
  }
}

function exported(target: string): string | object {
  if (target.endsWith('.d.ts')) return { types: target }
  if (!/\.tsx?$/.test(target)) return target
  const file = target.replace(/\.tsx?$/, '')
  return { types: `${file}.d.ts`, default: `${file}.js` }
}

function installedVersion(from: string, dependency: string): string {
  const file = join(from, 'node_modules', dependency, 'package.json')
  const { version }: { version: string } = JSON.parse(readFileSync(file, 'utf8'))
  return version
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
