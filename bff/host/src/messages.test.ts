import { fileURLToPath } from 'node:url'
import { gapsOf } from '@mallhive/mfe-kit/messages/catalogs'
import { expect, test } from 'vitest'
import { HttpError, errorBody } from './http-error.ts'
import { msg } from './messages.ts'

test('the host’s German messages are whole', () => {
  const root = fileURLToPath(new URL('..', import.meta.url))
  expect(gapsOf(root, 'de')).toEqual({ missing: [], differing: {} })
})

test('an error before any procedure runs speaks the language of the page', () => {
  const error = new HttpError(429, 'TOO_MANY_REQUESTS', msg('too-many', { seconds: 7 }))
  const message = (lang: 'en' | 'de' | 'ar') => errorBody(error, lang)
  expect(message('de')).toMatchObject({
    error: { message: 'Zu viele Anfragen. Bitte versuch es in 7 s noch einmal.' },
  })
  expect(message('ar')).toMatchObject({
    error: { message: '\u2068Too many requests. Please try again in 7 s.\u2069' },
  })
})
