import { create, toBinary } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { expect, test } from 'vitest'
import { readContracts } from './read-contracts.ts'

test('contracts are read in any order of their files', () => {
  const file = [
    { name: 'catalog.proto', package: 'a', dependency: ['money.proto'], syntax: 'proto3' },
    { name: 'money.proto', package: 'b', messageType: [{ name: 'Money' }], syntax: 'proto3' },
    { name: 'catalog.proto', package: 'a', dependency: ['money.proto'], syntax: 'proto3' },
  ]
  const set = toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file }))
  expect(readContracts(set).getMessage('b.Money')).toBeDefined()
})
