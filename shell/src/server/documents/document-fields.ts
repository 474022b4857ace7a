import { defaultLocale } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import type { Catalog } from '@mallhive/mfe-kit/messages/compiled-message'
import type { DocumentFields } from '../../render/host-messages.ts'
import type { RequestScope } from '../request-scope.ts'
import { shellProcess } from '../shell-process.ts'
import { documentToken } from './document-token.ts'
import type { Renderer } from './open-renderer.ts'

/** Returns what a document says besides its releases and its view. */
export function documentFields(scope: RequestScope & { servedAtMs: number }): DocumentFields {
  const { locale, lang, currency, theme, sharing, consents, flash, pins, nonce, traceparent } = scope
  const { config, renderer } = shellProcess()
  const token = documentToken(scope, config)
  const beaconRate = (token && config.BEACON_RATE) || 0
  return {
    json: {
      locale,
      lang,
      locales: config.LOCALES,
      messages: shellMessages(renderer, lang),
      currency,
      theme,
      sharing,
      consents,
      beaconRate,
      flash,
      pins,
      files: renderer.files,
    },
    nonce,
    traceparent,
    token,
  }
}

function shellMessages({ messages }: Renderer, lang: Locale): Catalog {
  const catalog = messages[lang] ?? messages[defaultLocale]
  if (!catalog) throw new Error('The build has no messages of the shell.')
  return catalog
}
