import { defaultLocale, isLocale } from '@mallhive/contracts/locales'
import type { Locale } from '@mallhive/contracts/locales'
import { localeHeader } from '@mallhive/mfe-kit/locale-header'
import type { FastifyRequest } from 'fastify'

/** Returns the locale that a page names; the default one for any other text, so that answers are remembered for known ones only. */
export const localeOf = (named: string | string[] | undefined): Locale =>
  typeof named === 'string' && isLocale(named) ? named : defaultLocale

/** Returns the locale of the page that calls. */
export const localeOfCall = ({ headers }: Pick<FastifyRequest, 'headers'>): Locale =>
  localeOf(headers[localeHeader])
