import { fileURLToPath } from 'node:url'
import { scriptFor } from './completion/scripts.ts'
import type { ShellName } from './completion/scripts.ts'
import { UsageError } from './usage-error.ts'
import { defineVerb } from './verb.ts'

const shells = ['bash', 'zsh', 'fish'] as const satisfies ShellName[]

export const completion = defineVerb({
  does: 'print the completion of verbs, micro frontends and versions for your shell',
  args: { shell: { what: 'shell: bash, zsh or fish', kind: 'shell' } },
  options: {},
  examples: ['eval "$(./mall completion bash)"', './mall completion fish | source'],
  async run({ args }) {
    const shell = shells.find((name) => name === args.shell)
    if (!shell) throw new UsageError(`no completion for "${args.shell}", but for ${shells.join(', ')}`)
    const bin = fileURLToPath(new URL('../bin.ts', import.meta.url))
    const script = scriptFor(shell, [process.execPath, bin])
    return { lines: [script], json: { shell, script } }
  },
})
