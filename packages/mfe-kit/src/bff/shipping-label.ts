const labels: Record<string, string> = { standard: 'Standard', express: 'Express' }

/** Returns the label of a shipping method; an unknown id as it is. */
export const shippingLabel = (id: string): string => labels[id] ?? id
