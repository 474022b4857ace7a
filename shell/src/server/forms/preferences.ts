import { consentCookies } from '@mallhive/contracts/consents'
import { defaultLocale, isLocale, localPath, splitLocale } from '@mallhive/contracts/locales'
import { currencyCodes } from '@mallhive/contracts/currencies'
import { z } from 'zod'
import { preferenceCookie } from '../preference-cookie.ts'
import { shellProcess } from '../shell-process.ts'
import { FormRefused } from './form.ts'
import type { Form } from './form.ts'

const schema = z.object({
  currency: z.enum(currencyCodes).optional(),
  theme: z.enum(['light', 'dark', '']).optional(),
  metrics: z.enum(['off', '']).optional(),
  searches: z.enum(['on', '']).optional(),
  locale: z.string().refine(isLocale).optional(),
})

/**
 * Stores a preference in a cookie and redirects to the page of the form. A locale that this mall does not offer, as from a page
 * that was loaded before it was withdrawn, becomes the default one.
 */
export const keepPreferences: Form = ({ fields, page, publicOrigin }) => {
  const parsed = schema.safeParse(Object.fromEntries(fields))
  if (!parsed.success) throw new FormRefused(400, 'There is no such preference.')
  const { currency, theme, metrics, searches, locale: wanted } = parsed.data
  const offered = shellProcess().config.LOCALES
  const locale = wanted && (offered.includes(wanted) ? wanted : defaultLocale)
  const kept = [
    ['mall_currency', currency],
    ['mall_theme', theme],
    ['mall_metrics', metrics],
    [consentCookies.searches, searches],
    ['mall_locale', locale],
  ] as const
  const setCookies = kept.flatMap(([name, value]) =>
    value === undefined ? [] : [preferenceCookie(name, value, publicOrigin)],
  )
  return { location: locale ? localPath(locale, splitLocale(page).path) : page, setCookies }
}
