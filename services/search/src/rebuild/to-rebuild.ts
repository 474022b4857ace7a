import type { MessageInitShape } from '@bufbuild/protobuf'
import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import type { RebuildSchema } from '@mallhive/contracts/search'
import type { Rebuild } from './rebuilder.ts'

export const toRebuild = (rebuild: Rebuild): MessageInitShape<typeof RebuildSchema> => ({
  id: rebuild.id,
  startedAt: timestampFromDate(rebuild.startedAt),
  ...(rebuild.finishedAt && { finishedAt: timestampFromDate(rebuild.finishedAt) }),
  failure: rebuild.failure ?? '',
  done: rebuild.done,
  total: rebuild.total,
})
