import { ask } from '../src/mistakes/ask.ts'
import { copyOfTree } from '../src/mistakes/copy-of-tree.ts'
import { harmlessChanges } from '../src/mistakes/harmless.ts'
import { listMistakes } from '../src/mistakes/list.ts'
import { manifestMistakes } from '../src/mistakes/manifests.ts'
import { misconfigurations } from '../src/mistakes/misconfigurations.ts'
import { observabilityMistakes } from '../src/mistakes/observability.ts'
import { pipelineMistakes } from '../src/mistakes/pipelines.ts'
import { releaseMistakes } from '../src/mistakes/releases.ts'
import { terraformMistakes } from '../src/mistakes/terraform.ts'

// `npm run bench -- infra-mistakes [CHECK…]`: how many planted mistakes are refused for the named reason, and how many harmless
// changes pass, in a copy of the repository. Mistakes of one check are planted together, since each reason names its own mistake,
// but those of a check that ends at the first; those that a real API server refuses are planted by `npm run infra -- cluster`.

const mistakes = [
  ...manifestMistakes,
  ...terraformMistakes,
  ...pipelineMistakes,
  ...misconfigurations,
  ...releaseMistakes,
  ...observabilityMistakes,
  ...listMistakes,
]
const wanted = process.argv.slice(2)
const checks = [...new Set([...mistakes, ...harmlessChanges].map(({ refusedBy }) => refusedBy))].filter(
  (check) => wanted.length === 0 || wanted.includes(check),
)

using copy = copyOfTree()
const found = { planted: 0, caught: 0, harmless: 0, falseAlarms: 0, notRun: [] as string[] }
for (const check of checks) {
  const of = <T extends { refusedBy: string }>(all: T[]) => all.filter(({ refusedBy }) => refusedBy === check)
  const [planted, harmless] = [of(mistakes), of(harmlessChanges)]
  const untouched = asked(check, harmless)
  if (untouched.absent) {
    found.notRun.push(`${check}: ${/NOT RUN: (.*)/.exec(untouched.said)?.[1]}`)
    continue
  }
  found.harmless += harmless.length
  if (!untouched.passes) found.falseAlarms += falseAlarms(check, harmless)
  found.planted += planted.length
  const together = planted.filter(({ alone }) => !alone)
  const groups = [together, ...planted.filter(({ alone }) => alone).map((mistake) => [mistake])]
  for (const group of groups.filter(({ length }) => length > 0)) {
    const { passes, said } = asked(check, group)
    for (const { name, reason } of group) {
      const refused = !passes && reason.test(said) && !reason.test(untouched.said)
      if (refused) found.caught += 1
      console.log(`${refused ? 'refused ' : 'LET PASS'} ${check}: ${name}`)
    }
  }
}
console.log(JSON.stringify(found))

function asked(check: string, changes: { patch: Parameters<typeof copy.patch>[0][number] }[]) {
  const takeOut = copy.patch(changes.map(({ patch }) => patch))
  try {
    return ask(copy.dir, check)
  } finally {
    takeOut()
  }
}

/** Harmless changes that a check refuses when each stands alone. */
function falseAlarms(check: string, harmless: typeof harmlessChanges): number {
  return harmless.filter((change) => {
    const { passes, said } = asked(check, [change])
    if (!passes) console.log(`FALSE ALARM ${check}: ${change.name}\n${said}`)
    return !passes
  }).length
}
