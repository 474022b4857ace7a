import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'
import { parse } from 'yaml'

import { infraDir } from '../paths.ts'

const read = <T>(path: string) => parse(readFileSync(join(infraDir, 'observability', path), 'utf8')) as T

test('the collector’s pipelines use each component that is configured, and no other', () => {
  type Components = Record<string, unknown>
  const { receivers, processors, exporters, service } = read<{
    receivers: Components
    processors: Components
    exporters: Components
    service: { pipelines: Record<string, Record<'receivers' | 'processors' | 'exporters', string[]>> }
  }>('otel/collector.yaml')
  const used = Object.values(service.pipelines)
  const usedOf = (kind: 'receivers' | 'processors' | 'exporters') =>
    used.flatMap((pipeline) => pipeline[kind])
  expect(usedOf('receivers')).toEqual(Object.keys(receivers))
  expect(usedOf('processors').toSorted()).toEqual(Object.keys(processors).toSorted())
  expect(usedOf('exporters')).toEqual(Object.keys(exporters))
  for (const { processors: order } of used) {
    expect(order[0]).toBe('memory_limiter')
    expect(order.at(-1)).toBe('batch')
  }
})

test('every line that Fluent Bit reads passes all filters and reaches Loki and CloudWatch', () => {
  type Piece = { name: string; tag: string; match: string }
  const { pipeline } = read<{ pipeline: Record<'inputs' | 'filters' | 'outputs', Piece[]> }>(
    'fluent-bit/fluent-bit.yaml',
  )
  const [{ tag } = { tag: '' }] = pipeline.inputs
  const others = [...pipeline.filters, ...pipeline.outputs].filter(({ match }) => match !== tag)
  expect(others).toEqual([])
  expect(pipeline.outputs.map(({ name }) => name)).toEqual(['loki', 'cloudwatch_logs'])
})

test('Loki’s index has no label that takes many values', () => {
  const { pipeline } = read<{ pipeline: { outputs: { name: string; labels?: string }[] } }>(
    'fluent-bit/fluent-bit.yaml',
  )
  const labels = pipeline.outputs.find(({ name }) => name === 'loki')?.labels ?? ''
  expect(labels.split(', ').map((label) => label.split('=')[0])).toEqual(['namespace', 'part'])
})
