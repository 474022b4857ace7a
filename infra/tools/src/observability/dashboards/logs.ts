/** Queries of lines, for Loki: a line is one of a part’s JSON log, with `level`, `message` and `traceId`. */
export const logQueries = {
  errors: {
    title: 'Errors by part',
    expr: 'sum by (part) (count_over_time({namespace="mallhive"} | json | level >= 50 [5m]))',
  },
  warnings: {
    title: 'Warnings by part',
    expr: 'sum by (part) (count_over_time({namespace="mallhive"} | json | level = 40 [5m]))',
  },
  messages: {
    title: 'What fails most',
    expr: 'topk(10, sum by (part, message) (count_over_time({namespace="mallhive"} | json | level >= 40 [1h])))',
  },
  slow: {
    title: 'Slow calls of procedures',
    expr: 'sum by (path) (count_over_time({part=~"bff.*"} | json | message = "request" | ms > 1000 [5m]))',
  },
  trace: {
    title: 'Lines of a trace',
    expr: '{namespace="mallhive"} | json | traceId = "$trace" | line_format "{{.part}} {{.message}}"',
  },
}
