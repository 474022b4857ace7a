/** Attributes by type. */
export type Forgotten = Record<string, string[]>

/** Attributes that moto takes and does not give back as they were: a second plan differs in them. */
export const forgotten: Forgotten = {}
