/** Parses a quantity as Kubernetes writes it: processors, or bytes. */
export function quantity(text: string): number {
  const [, number, unit = ''] = /^([\d.]+)(m|Mi|Gi)?$/.exec(text) ?? []
  const units: Record<string, number> = { '': 1, m: 0.001, Mi: 2 ** 20, Gi: 2 ** 30 }
  const value = Number(number) * (units[unit] ?? Number.NaN)
  if (Number.isNaN(value)) throw new Error(`${text} is no quantity`)
  return value
}
