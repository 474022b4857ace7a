/** A series at one time. */
export interface Sample {
  metric: Record<string, string>
  value: [seconds: number, value: string]
}

/** Returns what an expression is now. @throws Error with Prometheus’ own words */
export async function ask(prometheusUrl: string, expr: string): Promise<Sample[]> {
  const answer = await fetch(`${prometheusUrl}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({ query: expr }),
  })
  const { data, error } = (await answer.json()) as {
    data?: { resultType: string; result: Sample[] }
    error?: string
  }
  if (!data) throw new Error(`${expr}: ${error}`)
  return data.result
}
