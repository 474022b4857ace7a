/** What the gate says of a candidate: the file that SageMaker's condition reads. */
export type Verdict = { refusals: number; reasons: string[] }

export const verdictOf = (reasons: string[]): Verdict => ({ refusals: reasons.length, reasons })
