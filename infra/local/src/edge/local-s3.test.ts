import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { request } from 'undici'
import { expect, test } from 'vitest'

import { endpoint, filledBucket, s3 } from '../engines/testing.ts'
import { edgeTable, originNames } from './edge-table.ts'
import { edgeTo } from './testing.ts'

await filledBucket('mallhive-media', 'media/kept.webp')
await filledBucket('mallhive-releases', 'mfe/trust.json', 'mfe/cart/2.0.0/bff/main.cjs')

/** Opens an edge in front of the local S3; its other origins are closed ports. */
function localEdge(): Promise<string> {
  const nowhere = originNames(edgeTable).map((name) => [name, 'http://127.0.0.1:1'])
  const buckets = ['releases', 'media'].map((name) => [name, `${endpoint}/mallhive-${name}`])
  return edgeTo(undefined, { config: { EDGE_ORIGINS: Object.fromEntries([...nowhere, ...buckets]) } })
}

test('no object is written, deleted, copied or listed through the edge', async () => {
  const edge = await localEdge()
  const attacks: [method: 'PUT' | 'DELETE' | 'POST', path: string, headers?: Record<string, string>][] = [
    ['PUT', '/media/x.html'],
    ['DELETE', '/media/kept.webp'],
    ['POST', '/media/?delete'],
    ['PUT', '/media/stolen', { 'x-amz-copy-source': '/mallhive-releases/mfe/trust.json' }],
    ['PUT', '/media/stolen', { 'x-amz-copy-source': '/mallhive-releases/mfe/cart/2.0.0/bff/main.cjs' }],
  ]
  for (const [method, path, headers] of attacks) {
    const answer = await request(edge + path, { method, headers, body: '<script></script>' })
    await answer.body.dump()
    expect([method, path, answer.statusCode]).toEqual([method, path, 405])
  }
  const listing = await request(`${edge}/media/?list-type=2`)
  expect([listing.statusCode, await listing.body.text()]).toEqual([404, expect.not.stringContaining('kept')])
  for (const Key of ['x.html', 'media/x.html', 'media/stolen'])
    await expect(s3.send(new GetObjectCommand({ Bucket: 'mallhive-media', Key }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    })
  await s3.send(new GetObjectCommand({ Bucket: 'mallhive-media', Key: 'media/kept.webp' }))
})

test('an HTML file that lies in the media bucket is sandboxed', async () => {
  const page = { Body: '<script>fetch("/api/profile/me")</script>', ContentType: 'text/html' }
  await s3.send(new PutObjectCommand({ Bucket: 'mallhive-media', Key: 'media/page.html', ...page }))
  const { statusCode, headers, body } = await request(`${await localEdge()}/media/page.html`)
  await body.dump()
  expect([statusCode, headers['content-security-policy']]).toEqual([200, "default-src 'none'; sandbox"])
})

test('range and conditional requests are answered as S3 does', async () => {
  const url = `${await localEdge()}/media/kept.webp`
  const part = await request(url, { headers: { range: 'bytes=0-4' } })
  expect([part.statusCode, await part.body.text()]).toEqual([206, 'media'])
  const unchanged = await request(url, { headers: { 'if-none-match': String(part.headers['etag']) } })
  await unchanged.body.dump()
  expect(unchanged.statusCode).toBe(304)
  const beyond = await request(url, { headers: { range: 'bytes=999-' } })
  await beyond.body.dump()
  expect(beyond.statusCode).toBe(416)
})
