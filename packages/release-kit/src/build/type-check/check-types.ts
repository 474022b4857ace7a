import { existsSync, globSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { API } from 'typescript/unstable/sync'
import type { Diagnostic } from 'typescript/unstable/sync'
import { bffFolder } from '../contract/bff-folder.ts'
import { endCompiler } from '../contract/end-compiler.ts'
import { compilerOptions } from '../contract/program.ts'
import type { TypeProblem } from './type-problems.ts'

/** Overrides options of the team's configuration that are meant for builds and conflict with `noEmit`. */
const lookOnly = {
  noEmit: true,
  composite: false,
  incremental: false,
  declaration: false,
  emitDeclarationOnly: false,
  rootDir: null,
  outDir: null,
  tsBuildInfoFile: null,
}

/** Returns TypeScript's errors in the modules reachable from the exposes and the router, without libraries and kits. */
export function checkTypes(config: MicroFrontend, folder: string): TypeProblem[] {
  const root = realpathSync(folder)
  const configFile = join(root, 'tsconfig.mall-types.json')
  const declarations = globSync(['*.d.ts', 'src/**/*.d.ts', 'bff/**/*.d.ts'], { cwd: root })
  const entries = [...Object.values(config.exposes), ...(config.bff ? [config.bff] : [])]
  const virtual = JSON.stringify({
    ...(existsSync(join(root, 'tsconfig.json'))
      ? { extends: './tsconfig.json', compilerOptions: lookOnly }
      : { compilerOptions }),
    files: [...entries, ...declarations],
    include: [],
    references: [],
  })
  const api = new API({
    cwd: root,
    fs: {
      readFile: (file) => (file === configFile ? virtual : undefined),
      fileExists: (file) => (file === configFile ? true : undefined),
    },
  })
  const snapshot = api.updateSnapshot({ openProjects: [configFile] })
  try {
    const program = snapshot.getProject(configFile)?.program
    if (!program) throw new Error(`the compiler did not open ${root}`)
    const homes = [`${root}/`, bffFolder(config, root)].filter((home) => home !== undefined)
    const isOwn = (file: string) =>
      homes.some((home) => file.startsWith(home)) && !file.includes('/node_modules/')
    return program
      .getSourceFileNames()
      .filter(isOwn)
      .flatMap((file) => {
        const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
        const text = found.length > 0 ? (program.getSourceFile(file)?.text ?? '') : ''
        return found.map((diagnostic) => ({
          at: `${relative(root, file)}:${text.slice(0, diagnostic.pos).split('\n').length}`,
          problem: textOf(diagnostic),
        }))
      })
  } finally {
    snapshot.dispose()
    endCompiler(api)
  }
}

/** Formats a diagnostic like `tsc`: each cause below the message that it explains. */
function textOf({ text, code, messageChain = [] }: Diagnostic, depth = 0): string {
  const reasons = messageChain.map((reason) => textOf(reason, depth + 1))
  return [`${'  '.repeat(depth)}${text}${depth === 0 ? ` (TS${code})` : ''}`, ...reasons].join('\n')
}
