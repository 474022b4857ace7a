/** Sections of a declarative pipeline and what they may contain (https://www.jenkins.io/doc/book/pipeline/syntax/). */
const sections: Record<string, string[]> = {
  '': ['pipeline'],
  pipeline: ['agent', 'environment', 'options', 'parameters', 'post', 'stages', 'tools', 'triggers'],
  stages: ['stage'],
  stage: [
    'agent',
    'environment',
    'matrix',
    'options',
    'parallel',
    'post',
    'stages',
    'steps',
    'tools',
    'when',
  ],
  parallel: ['stage'],
}
const required: Record<string, string[]> = { pipeline: ['agent', 'stages'], stages: ['stage'] }

type Open = { name: string; line: number; found: string[] }

/** Returns what Jenkins would not understand of a declarative pipeline: unknown or missing sections, unclosed blocks and texts. */
export function lintJenkinsfile(file: string, text: string): string[] {
  const problems: string[] = []
  const say = (line: number, what: string) => problems.push(`${file}:${line}: ${what}`)
  const open: Open[] = [{ name: '', line: 1, found: [] }]
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1
    const quoted = raw.replaceAll(/'[^']*'|"[^"]*"/g, "''").replace(/\/\/.*/, '')
    if (/['"]/.test(quoted.replaceAll("''", ''))) say(line, 'a text has no end')
    for (const [, word = '', sign] of quoted.matchAll(/(\w*)\s*(?:\([^(){}]*\)\s*)?([{}])/g)) {
      const inside = open.at(-1)
      if (!inside) break
      if (sign === '{') {
        const allowed = sections[inside.name]
        if (allowed && !allowed.includes(word)) say(line, `${inside.name || 'a file'} has no section ${word}`)
        inside.found.push(word)
        open.push({ name: word, line, found: [] })
      } else if (open.length === 1) say(line, 'a block ends that has not begun')
      else close(open, say)
    }
  }
  for (const { name, line } of open.slice(1)) say(line, `${name} has no end`)
  if (!open[0]?.found.includes('pipeline')) say(1, 'there is no pipeline')
  return problems
}

function close(open: Open[], say: (line: number, what: string) => void): void {
  const { name, line, found } = open.pop() ?? { name: '', line: 0, found: [] }
  for (const each of required[name] ?? []) if (!found.includes(each)) say(line, `${name} has no ${each}`)
  if (name === 'stage' && !found.some((each) => ['steps', 'stages', 'parallel', 'matrix'].includes(each)))
    say(line, 'stage has no steps')
}

/** The shell commands of a pipeline. */
export const commandsIn = (text: string): string[] =>
  [...text.matchAll(/\bsh '([^'\n]+)'/g)].map(([, command = '']) => command)
