/** Remote address that marks requests injected by a guard; no real connection has it. */
export const internalAddress = 'internal'
