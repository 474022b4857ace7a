/** What the checks count. The names are the fields of the last line of `npm run infra -- check`. */
const counted = [
  'modules',
  'planned',
  'applied',
  'unexpectedDrift',
  'policiesBroken',
  'manifests',
  'clusterObjects',
  'clusterErrors',
  'schemaErrors',
  'crossFieldErrors',
  'alertRules',
  'alertTests',
  'expressions',
  'expressionsWithSeries',
  'images',
  'imagesVerified',
  'pipelines',
  'lintErrors',
] as const
export type Counts = Record<(typeof counted)[number], number>

/** What one check found. */
export type Outcome = {
  counts?: Partial<Counts>
  /** What is wrong, a line each. */
  failures?: string[]
  /** What could not be run here: what, the tool that is absent and how to get it. */
  notRun?: string[]
}

export type Check = { name: string; run: () => Outcome | Promise<Outcome> }

/** Adds up outcomes. */
export function sum(outcomes: Outcome[]): { counts: Counts; failures: string[]; notRun: string[] } {
  const count = (name: keyof Counts) =>
    outcomes.reduce((total, { counts }) => total + (counts?.[name] ?? 0), 0)
  return {
    counts: Object.fromEntries(counted.map((name) => [name, count(name)])) as Counts,
    failures: outcomes.flatMap(({ failures = [] }) => failures),
    notRun: outcomes.flatMap(({ notRun = [] }) => notRun),
  }
}
