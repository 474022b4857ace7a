const labels: Record<string, string> = { standard: 'Standard', express: 'Express' }

/** How a shipping method is called in a page; one that is not known here by its id. */
export const shippingLabel = (id: string): string => labels[id] ?? id
