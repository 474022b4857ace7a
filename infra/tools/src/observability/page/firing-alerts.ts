export interface FiringAlert {
  name: string
  state: 'firing' | 'pending'
  severity: string
  summary: string
}

type Alerts = {
  labels: Record<string, string>
  annotations: Record<string, string>
  state: FiringAlert['state']
}[]

/** Returns the alerts that fire or are about to, without the one that always does. */
export async function firingAlerts(prometheusUrl: string): Promise<FiringAlert[]> {
  const answer = await fetch(`${prometheusUrl}/api/v1/alerts`)
  const { data } = (await answer.json()) as { data: { alerts: Alerts } }
  return data.alerts
    .map(({ labels, annotations, state }) => ({
      name: labels['alertname'] ?? '',
      state,
      severity: labels['severity'] ?? '',
      summary: annotations['summary'] ?? '',
    }))
    .filter(({ severity }) => severity !== 'none')
}
