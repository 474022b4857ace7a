/** Series of a test, in promtool's notation of values: `0+5x20` is 0, 5, … 100, one a minute. */
type Series = Record<string, string>

/** An alert with the proof that it fires and that it stays silent. */
export interface Alert {
  name: string
  expr: string
  /** How long `expr` has to hold. */
  for: string
  /** `page`: a person is woken. `ticket`: it can wait for the morning. `none`: for machines only. */
  severity: 'page' | 'ticket' | 'none'
  /** One sentence with `{{ $labels.<name> }}` for labels; it tells what shoppers or staff notice. */
  summary: string
  /** File in docs/operating/runbooks without `.md`; by default the alert's name in kebab-case. */
  runbook?: string
  /** Series by which it fires at minute `at`, with these labels. */
  fires: { series: Series; at: number; labels?: Record<string, string> }
  /** Series by which it does not fire until minute `at`; of all alerts but the one that always fires. */
  silent?: { series: Series; at: number }
}

/** Returns the name of an alert's runbook. */
export const runbookOf = ({ name, runbook }: Pick<Alert, 'name' | 'runbook'>): string =>
  runbook ?? name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
