/** A change to a file of the repository that a check must refuse, and why it must. */
export type Mistake = {
  name: string
  kind: 'manifest' | 'policy' | 'terraform' | 'image' | 'pipeline' | 'observability' | 'list'
  patch: {
    /** Its path in the repository. */
    file: string
    find: string
    replace: string
  }
  /** The check's name in infra/tools/src/checks.ts. */
  refusedBy: string
  /** What the check's words must contain. */
  reason: RegExp
}
