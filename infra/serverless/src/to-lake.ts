import { S3Client } from '@aws-sdk/client-s3'
import { readConfig } from '@mallhive/process-kit/config'
import { z } from 'zod'

import { storeRecords } from './lake/store-records.ts'

const { LAKE_BUCKET } = readConfig(z.object({ LAKE_BUCKET: z.string() }), process.env)

/** Stores what the stream delivers in the lake. */
export const handler = storeRecords(new S3Client(), LAKE_BUCKET)
