import { generateKeyPairSync } from 'node:crypto'

import { expect, test } from 'vitest'

import { refusedLicences } from './scan-licences.ts'
import { secretsIn } from './scan-secrets.ts'

// Put together or made here, so that this file itself holds none.
const planted = {
  'a key of AWS': ['aws_secret_access_key = "wJalrXUtnFEMIK7MDENG', 'bPxRfiCYabcdEFGH1234"'].join(''),
  'a private key': generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs1',
    format: 'pem',
  }),
  'a token of GitHub': ['token: ghp', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('_'),
}

test.each(Object.entries(planted))('%s is found, and not shown', async (_, text) => {
  const found = await secretsIn('planted.ts', text)
  expect(found).toHaveLength(1)
  expect(found[0]).not.toContain(text.slice(30, 50))
})

test.each([
  'AGPL-3.0-only',
  'AGPL-3.0-only WITH exception',
  'GNU AGPLv3',
  'CC-BY-NC-SA-4.0',
  'MIT AND SSPL-1.0',
  'Unknown',
  'UNLICENSED',
  'SEE LICENSE IN LICENSE',
])('a package under %s is refused', (licence) => {
  expect(refusedLicences({ [licence]: [{ name: 'planted', versions: ['1.0.0'] }] })).toEqual([
    `planted 1.0.0 is under ${licence}`,
  ])
})

test.each(['MIT', '(MIT OR AGPL-3.0-only)', '(Apache-2.0 AND BSD-3-Clause)'])(
  'a package under %s may be used',
  (licence) => {
    expect(refusedLicences({ [licence]: [{ name: 'planted', versions: ['1.0.0'] }] })).toEqual([])
  },
)
