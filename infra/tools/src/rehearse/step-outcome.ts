/** What the rehearsal counts. */
type RehearsalCounts = {
  syncedApps: number
  healedDrift: number
  goodPromoted: number
  badRolledBack: number
  refusedImages: number
  admittedImages: number
}

export type StepOutcome = { counts: Partial<RehearsalCounts>; failures: string[] }
