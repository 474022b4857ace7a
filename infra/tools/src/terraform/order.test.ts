import { expect, test } from 'vitest'

import { madeTooEarly } from './order.ts'

const balancer = 'module.mall.module.edge.aws_lb.this'
const early = (graph: string) => madeTooEarly(graph).filter((it) => it.startsWith('aws_lb.this'))

test('waiting may lead over other resources', () => {
  const graph = `"${balancer}" -> "module.a.aws_x.this";
    "module.a.aws_x.this" -> "module.b.aws_s3_bucket_policy.logs";
    "${balancer}" -> "module.b.aws_subnet.load_balancers";`
  expect(early(graph)).toEqual([])
})

test('a load balancer that waits for a bucket but not for its policy is made too early', () => {
  const graph = `"${balancer}" -> "module.b.aws_s3_bucket.this";
    "module.b.aws_s3_bucket_policy.logs" -> "module.b.aws_s3_bucket.this";
    "${balancer}" -> "module.b.aws_subnet.load_balancers";`
  expect(early(graph)).toHaveLength(1)
})
