import { type Dashboard, greatest, panel, rate } from '../panel.ts'

/** Releases of micro frontends: what is live, and what became of it. */
export const releasesDashboard: Dashboard = {
  uid: 'releases',
  title: 'Releases',
  rows: [
    {
      title: 'Live',
      panels: [
        panel(
          'Versions',
          'short',
          'count by (mfe, version, channel) (mall_release_info)',
          '{{mfe}} {{version}} {{channel}}',
        ),
        greatest('Share of canaries in percent', 'mall_release_canary_percent', 'mfe'),
        greatest('Revision of the pointer', 'mall_release_pointer_revision', 'mfe'),
        greatest('Without server code', 'mall_release_without_code', 'mfe'),
      ],
    },
    {
      title: 'Health',
      panels: [
        rate('Documents', 'mall_document_remotes_total', 'mfe, outcome'),
        rate('Reports of browsers', 'beacon_reports_total', 'part', 'ops'),
        greatest('Cannot be loaded', 'mall_releases_failing', 'part'),
        greatest('Out of service', 'mall_releases_suspended', 'part'),
        panel(
          'Time since the bucket was read',
          's',
          'max by (part) (time() - mall_releases_last_poll_timestamp_seconds)',
          '{{part}}',
        ),
      ],
    },
    {
      title: 'Their processes',
      panels: [
        greatest('Processes of BFF bundles', 'bff_bundle_processes', 'part'),
        greatest('Bundles at fault', 'bff_bundles_at_fault', 'part'),
        greatest('Render processes', 'shell_render_processes', 'part'),
        rate('Faults of render processes', 'shell_render_faults_total', 'part, fault', 'ops'),
        rate('Documents sent again', 'mall_documents_total', 'from'),
        rate('Remembered answers', 'mall_public_answers_total', 'from'),
      ],
    },
  ],
}
