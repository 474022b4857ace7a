import { API } from 'typescript/unstable/sync'
import type { Diagnostic } from 'typescript/unstable/sync'
import { endCompiler } from '../build/contract/end-compiler.ts'
import { reactTypes } from './react-types.ts'

export interface Handover {
  given: string
  takes: string
  /** Whether unknown properties are refused, as in JSX. */
  closed: boolean
}

const folder = '/mall-gate'
const project = `${folder}/tsconfig.json`
const file = `${folder}/handovers.ts`

// The compiler's codes for type mismatches.
const missingOne = 2741
const missingSome = [2739, 2740]
const isAboutFit = new Set([2322, 2559, missingOne, ...missingSome])
const isAboutProperty = new Set([2326, 2200])

/** Returns, per handover, the compiler's reason why `given` is not assignable to `takes`; `undefined` where it is. */
export function objections(handovers: Handover[]): (string | undefined)[] {
  if (handovers.length === 0) return []
  const found = handovers.map((): string | undefined => undefined)
  for (const problem of diagnose(handovers)) {
    // An unresolvable name, such as a library's type, accepts everything.
    if (!isAboutFit.has(problem.code)) continue
    const line = problem.line - head.length - 1
    const at = Math.floor(line / 2)
    const isClosed = handovers[at]?.closed === true
    found[at] ||= line % 2 === 0 ? inWords(problem) : isClosed ? unknownNames(problem) : undefined
  }
  return found
}

function diagnose(handovers: Handover[]): (Diagnostic & { line: number })[] {
  const text = sourceFor(handovers)
  const virtual: Record<string, string> = {
    [project]: JSON.stringify({
      compilerOptions: { strict: true, target: 'es2024', lib: ['es2024', 'dom'], types: [], noEmit: true },
      files: [file],
    }),
    [file]: text,
  }
  const api = new API({
    cwd: folder,
    fs: {
      readFile: (path) => virtual[path],
      fileExists: (path) => (Object.hasOwn(virtual, path) ? true : undefined),
      directoryExists: (path) => (path === folder ? true : undefined),
    },
  })
  const snapshot = api.updateSnapshot({ openProjects: [project] })
  const problems = snapshot.getProject(project)?.program.getSemanticDiagnostics(file) ?? []
  const located = problems.map((problem) => ({
    ...problem,
    line: text.slice(0, problem.pos).split('\n').length - 1,
  }))
  snapshot.dispose()
  endCompiler(api)
  return located
}

const head = [
  'export {}',
  'type Known<T> = T extends unknown ? keyof T : never',
  'type Given<T> = 0 extends 1 & T ? never : Known<T>',
]

/** Returns two lines of TypeScript per handover: one checks assignability, one unknown properties. */
function sourceFor(handovers: Handover[]): string {
  const react = reactTypes(handovers.flatMap(({ given, takes }) => [given, takes]))
  const lines = handovers.flatMap((handover, at) => {
    const given = oneLine(handover.given)
    const takes = oneLine(handover.takes)
    return [
      `export const a${at}: ${takes} = undefined! as unknown as (${given})`,
      `export const b${at}: never = undefined! as unknown as Exclude<Given<${given}>, Known<${takes}>>`,
    ]
  })
  return [...head, react, ...lines].join('\n')
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

/** Returns the innermost of the compiler's reasons and its place; the outer ones repeat both types in full. */
function inWords({ code, text, messageChain = [] }: Diagnostic): string {
  const [inner] = messageChain
  const names = [...text.matchAll(/'([^']+)'/g)].flatMap(([, name]) => name ?? [])
  if (inner && isAboutProperty.has(code)) return `${names[0]}: ${inWords(inner)}`
  if (inner) return inWords(inner)
  if (code === missingOne) return `${names[0]} is missing`
  if (missingSome.includes(code)) return `${text.split(': ').at(-1)?.replace(/\.$/, '')} are missing`
  const [given, taken] = text.match(/^Type '(.+)' is not assignable to type '(.+)'/s)?.slice(1) ?? []
  return given && taken ? `${given} is given where ${taken} is taken` : text
}

/**
 * Extracts names from "Type '"a" | "b"' is not assignable to type 'never'". Attributes such as `data-x` are allowed, as
 * in JSX.
 */
function unknownNames({ text }: Diagnostic): string | undefined {
  const names = [...text.matchAll(/"([^"]+)"/g)]
    .flatMap(([, name]) => name ?? [])
    .filter((name) => !name.includes('-'))
  return names.length > 0 ? `it takes no ${names.join(', ')}` : undefined
}
