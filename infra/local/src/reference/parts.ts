import { type Part, mall } from '../../../mall.ts'

/** Returns docs/operating/parts.md: what each part of the mall needs from its surroundings. */
export function parts(): string {
  return `# Parts

What each part of the mall needs where it runs, generated from \`infra/mall.ts\` by \`infra/local/src/reference/write.ts\`. A
part listens on one port, which \`PORT\` gives it; on one machine only the edge has the port below and all others take free
ones. It calls the parts named here and no others. A part with 0 replicas is no deployment of the mall. CPU is what a process
is sure of, memory that and its limit.

| part | port | ready | replicas | CPU | memory | engines | calls | publishes | subscribes | behind the edge |
|---|---|---|---|---|---|---|---|---|---|---|
${Object.entries<Part>(mall).map(row).join('\n')}
`
}

function row([name, part]: [string, Part]): string {
  const { port = '', ready, needs, calls, publishes, subscribes = [], edgeOrigin } = part
  const { minReplicas, maxReplicas, cpu = '', memory = '' } = part
  const replicas = maxReplicas === undefined ? minReplicas : `${minReplicas}–${maxReplicas}`
  const lists = [needs, calls, publishes ? [publishes] : [], subscribes, edgeOrigin ? [edgeOrigin] : []]
  const cells = [`\`${name}\``, port, code(ready ? [ready] : []), replicas, cpu, memory, ...lists.map(code)]
  return `| ${cells.join(' | ')} |`
}

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ')
