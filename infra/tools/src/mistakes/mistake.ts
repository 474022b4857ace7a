export type Patch = {
  /** Its path in the repository. */
  file: string
  find: string
  replace: string
}

/** A change to a file of the repository that a check must refuse, and why it must. */
export type Mistake = {
  name: string
  kind: 'manifest' | 'policy' | 'terraform' | 'image' | 'pipeline' | 'observability' | 'list'
  patch: Patch
  /** The check's name in infra/tools/src/checks.ts, or the path of a test. */
  refusedBy: string
  /** What the check's words must contain. */
  reason: RegExp
  /** The check ends at the first thing that is wrong, so it is planted without others. */
  alone?: true
}

/** A change to a file of the repository that a check must let pass. */
export type Harmless = Pick<Mistake, 'name' | 'patch' | 'refusedBy'>
