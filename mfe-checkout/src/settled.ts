/**
 * Checkouts whose outcome this document has shown. Back may restore a step of one from memory, without its loader; the step
 * then leads to the outcome.
 */
export const settled = new Set<string>()
