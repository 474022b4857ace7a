import { type Dashboard, greatest, panel, rate } from '../panel.ts'

export const postgresDashboard: Dashboard = {
  uid: 'postgres',
  title: 'PostgreSQL',
  rows: [
    {
      title: 'Seen from the parts',
      panels: [
        panel(
          'Connections',
          'short',
          'sum by (role, state) (postgres_pool_connections)',
          '{{role}} {{state}}',
        ),
        panel(
          'Share of the pools in use',
          'percentunit',
          'sum by (role) (postgres_pool_connections{state="busy"}) / sum by (role) (postgres_pool_max_connections)',
          '{{role}}',
        ),
      ],
    },
    {
      title: 'Seen from the server',
      panels: [
        panel('Answers', 'short', 'min(pg_up)', 'up'),
        panel(
          'Connections',
          'short',
          'sum by (state) (pg_stat_activity_count{datname="mallhive"})',
          '{{state}}',
        ),
        rate('Transactions', 'pg_stat_database_xact_commit{datname="mallhive"}', 'datname', 'ops'),
        rate('Rollbacks', 'pg_stat_database_xact_rollback{datname="mallhive"}', 'datname', 'ops'),
        panel(
          'Blocks found in memory',
          'percentunit',
          'sum(rate(pg_stat_database_blks_hit[5m])) / (sum(rate(pg_stat_database_blks_hit[5m])) + sum(rate(pg_stat_database_blks_read[5m])))',
          'hit',
        ),
        panel('Longest transaction', 's', 'max(pg_stat_activity_max_tx_duration)', 'longest'),
        rate('Deadlocks', 'pg_stat_database_deadlocks{datname="mallhive"}', 'datname', 'ops'),
        panel(
          'Size',
          'bytes',
          'max by (datname) (pg_database_size_bytes{datname="mallhive"})',
          '{{datname}}',
        ),
        panel('Locks', 'short', 'sum by (mode) (pg_locks_count{datname="mallhive"})', '{{mode}}'),
      ],
    },
  ],
}

export const redisDashboard: Dashboard = {
  uid: 'redis',
  title: 'Redis',
  rows: [
    {
      title: 'Seen from the parts',
      panels: [greatest('Connections that take commands', 'redis_connection_ready', 'user')],
    },
    {
      title: 'Seen from the server',
      panels: [
        panel('Answers', 'short', 'min(redis_up)', 'up'),
        panel('Memory', 'bytes', 'max(redis_memory_used_bytes)', 'used'),
        panel('Clients', 'short', 'max(redis_connected_clients)', 'clients'),
        rate('Commands', 'redis_commands_total', 'cmd', 'ops'),
        rate('Time in commands', 'redis_commands_duration_seconds_total', 'cmd', 's'),
        panel('Keys', 'short', 'sum by (db) (redis_db_keys)', '{{db}}'),
        panel('Evicted', 'ops', 'sum(rate(redis_evicted_keys_total[5m]))', 'evicted'),
        panel('Rejected connections', 'ops', 'sum(rate(redis_rejected_connections_total[5m]))', 'rejected'),
        panel('Append-only file is written', 'short', 'max(redis_aof_last_write_status)', 'written'),
      ],
    },
  ],
}
