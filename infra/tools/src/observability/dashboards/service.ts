import { type Dashboard, type Panel, greatest, latency, p95, processPanels, rate } from '../panel.ts'
import { type ScrapedPart, scrapedParts } from '../parts.ts'

/** A dashboard for each service, with what infra/mall.ts says of it. */
export const serviceDashboards: Dashboard[] = scrapedParts
  .filter(({ kind }) => kind === 'service')
  .map(dashboardOf)

function dashboardOf(part: ScrapedPart): Dashboard {
  const { name } = part
  const of = `part="${name}"`
  return {
    uid: `service-${name}`,
    title: `Service: ${name}`,
    rows: [
      { title: 'Requests', panels: answersRpcs(part) ? rpcPanels(of) : httpPanels(of) },
      { title: 'What it depends on', panels: [...eventPanels(part), ...enginePanels(part)] },
      { title: 'Process', panels: processPanels(name) },
    ].filter(({ panels }) => panels.length > 0),
  }
}

/** The release desk answers staff’s browsers only. */
function answersRpcs({ name }: ScrapedPart): boolean {
  return name !== 'release-desk'
}

function rpcPanels(of: string): Panel[] {
  return [
    rate('RPCs', `rpc_server_duration_seconds_count{${of}}`, 'method'),
    rate('Their outcomes', `rpc_server_duration_seconds_count{${of}}`, 'code'),
    latency('Time', 'rpc_server_duration_seconds', of),
    p95('Time by RPC, p95', 'rpc_server_duration_seconds', of, 'method'),
  ]
}

function httpPanels(of: string): Panel[] {
  return [
    rate('Requests', `http_server_duration_seconds_count{${of}}`, 'route, status'),
    latency('Time', 'http_server_duration_seconds', of),
  ]
}

function eventPanels({ name, publishes, subscribes }: ScrapedPart): Panel[] {
  return [
    ...(publishes
      ? [greatest('Oldest unsent event', `outbox_backlog_age_seconds{topic="${publishes}"}`, 'topic', 's')]
      : []),
    ...(subscribes
      ? [
          greatest('Queue', `queue_messages{consumer="${name}"}`, 'consumer'),
          greatest('Dead letters', `dead_letters{consumer="${name}"}`, 'consumer'),
        ]
      : []),
  ]
}

function enginePanels({ name, needs }: ScrapedPart): Panel[] {
  const role = name.replaceAll('-', '_')
  return [
    ...(needs.includes('postgres')
      ? [greatest('Connections to PostgreSQL', `postgres_pool_connections{role=~".*${role}"}`, 'state')]
      : []),
    ...(needs.includes('redis')
      ? [greatest('Connection to Redis', `redis_connection_ready{user=~"${name}|default"}`, 'user')]
      : []),
  ]
}
