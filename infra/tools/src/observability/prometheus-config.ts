/** What a Prometheus beside a mall reads. */
export interface Scraped {
  /** The file in which the mall announces its parts. */
  targetsFile: string
  /** Addresses (`127.0.0.1:9187`) of what speaks for the engines. */
  exporters: string[]
  /** Addresses of pages, asked by the prober. */
  probes: { prober: string; targets: string[] }
  ruleFiles: string
  /** Prometheus itself, and where it sends alerts. */
  self: string
  alertmanager: string
  everySeconds: number
}

/** Returns Prometheus’ configuration for a mall on this machine. */
export function prometheusConfig({
  targetsFile,
  exporters,
  probes,
  ruleFiles,
  self,
  alertmanager,
  everySeconds,
}: Scraped) {
  const job = (job_name: string, targets: string[]) => ({ job_name, static_configs: [{ targets }] })
  return {
    global: {
      scrape_interval: `${everySeconds}s`,
      scrape_timeout: `${Math.min(everySeconds, 10)}s`,
      evaluation_interval: `${everySeconds}s`,
    },
    rule_files: [ruleFiles],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
    scrape_configs: [
      {
        job_name: 'parts',
        // A request is counted under the part that answers it, also where services share a process.
        honor_labels: true,
        file_sd_configs: [{ files: [targetsFile], refresh_interval: '5s' }],
      },
      job('prometheus', [self]),
      job('engines', exporters),
      {
        ...job('probes', probes.targets),
        metrics_path: '/probe',
        params: { module: ['page'] },
        relabel_configs: [
          { source_labels: ['__address__'], target_label: '__param_target' },
          { source_labels: ['__address__'], target_label: 'target' },
          { target_label: '__address__', replacement: probes.prober },
        ],
      },
    ],
  }
}

/** The prober’s module: a page answers, also with a certificate of no known authority. */
export const proberConfig = {
  modules: {
    page: {
      prober: 'http',
      timeout: '5s',
      http: { preferred_ip_protocol: 'ip4', tls_config: { insecure_skip_verify: true } },
    },
  },
}
