/** Files that a generator makes from infra/mall.ts, infra/edge/routes.json and infra/mlops. */
export type Generated = {
  /** Folders and files below infra/ that hold nothing but generated files, as globs. */
  owns: string[]
  /** Texts by their path below infra/. */
  files: Record<string, string>
}
