import { expect, test } from 'vitest'

import { unexcepted } from './checkov.ts'

const finding = { check: 'CKV_1', name: 'A bucket is private', at: 'infra/terraform/a.tf aws_s3_bucket.a' }
const exception = { check: 'CKV_1', at: 'a\\.tf', why: 'everybody may read it' }

test('a finding that no exception means is a failure', () => {
  const elsewhere = { ...finding, at: 'infra/terraform/b.tf aws_s3_bucket.b' }
  expect(unexcepted([finding, elsewhere], [exception])).toEqual([
    'Checkov CKV_1: A bucket is private: infra/terraform/b.tf aws_s3_bucket.b',
  ])
})

test('an exception that means no finding is a failure', () => {
  expect(unexcepted([finding], [exception, { check: 'CKV_2', why: 'it was once' }])).toEqual([
    'infra/pipelines/checkov.yaml: CKV_2 is not found anywhere',
  ])
})
