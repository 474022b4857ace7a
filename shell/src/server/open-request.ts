import { randomBytes, randomInt } from 'node:crypto'
import { consentsOf, refusesTracking } from '@mallhive/contracts/consents'
import { readCookie } from '@mallhive/contracts/cookies'
import type { MallCookie } from '@mallhive/contracts/cookies'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { formatLocale } from '@mallhive/contracts/locales'
import { currencyFrom } from '@mallhive/contracts/currencies'
import { localeHeader } from '@mallhive/mfe-kit/locale-header'
import type { RemoteRelease } from '@mallhive/mfe-kit/release'
import { clientAddress } from '@mallhive/process-kit/client-address'
import { openAnswerSources } from '../calls/answer-sources.ts'
import { openLoaderCalls } from '../calls/loader-calls.ts'
import { currencyHeader, preferencesHeader, preferencesOf } from '../document/view.ts'
import { preferenceCookie } from './preference-cookie.ts'
import { passHeader } from '@mallhive/release-runtime/preview/visitor'
import type { Visitor } from '@mallhive/release-runtime/preview/visitor'
import { fetchFlash } from './flash.ts'
import { localPage } from './local-page.ts'
import { explain, log } from './log.ts'
import { askedPins } from './pins/asked-pins.ts'
import { resolvePins } from './pins/resolve-pins.ts'
import type { Releases } from './releases.ts'
import type { RequestScope } from './request-scope.ts'
import { shellProcess } from './shell-process.ts'

export async function openRequest(
  req: IncomingMessage,
  res: ServerResponse,
  releases: Releases,
  traceparent: string,
  visitor: Visitor,
): Promise<RequestScope> {
  const cookie = (name: MallCookie) => readCookie(req.headers.cookie, name, visitor.origin)
  const address = new URL(req.url ?? '/', 'http://shell.invalid')
  const { lang, url } = localPage(address, shellProcess().config.LOCALES)
  const bucket = bucketOf(cookie('mall_bucket'), url, res, visitor.origin)
  const asked = askedPins(req.headers, cookie('mall_pin'), url)
  const pinned = await resolvePins(releases, asked, visitor)
  if (pinned.page || visitor.isPreview) keepPrivate(res)
  const fresh = () => ({ ...releases.assign(bucket), ...pinned.releases })
  const assignment = await assign(releases, visitor, fresh, req.headers['x-mall-assignment'])
  const currency = currencyFrom(cookie('mall_currency'))
  const chosenTheme = cookie('mall_theme')
  const theme = chosenTheme === 'light' || chosenTheme === 'dark' ? chosenTheme : undefined
  const sharing = sharingOf(req, cookie('mall_metrics'))
  const consents = consentsOf(req.headers, visitor.origin)
  const preferences = preferencesOf({ theme, sharing, consents })
  const locale = formatLocale(lang, currency)
  const headers = { ...forwardedHeaders(req), [localeHeader]: lang, traceparent }
  const flash = url.searchParams.get('flash')
  const hasSession = Boolean(cookie('mall_session'))
  const isPrefetch = /\bprefetch\b/.test(single(req.headers['sec-purpose']) ?? '')
  const sources = openAnswerSources()
  return {
    url,
    address,
    origin: visitor.origin,
    clientAddresses: new Set([clientAddressOf(req)]),
    flash: flash ? await fetchFlash(flash, headers) : undefined,
    nonce: randomBytes(16).toString('base64'),
    locale,
    lang,
    currency,
    theme,
    sharing,
    consents,
    ...assignment,
    outdated:
      assignment.outdated ||
      (req.headers[currencyHeader] ?? currency) !== currency ||
      (req.headers[preferencesHeader] ?? preferences) !== preferences,
    pins: pinned.page,
    traceparent,
    forwardedHeaders: headers,
    isPersonal: hasSession || visitor.isPreview || Boolean(pinned.page) || flash !== null || isPrefetch,
    isPrefetch,
    sources,
    // The BFF host requires an Origin for mutations with the shopper's cookies. A loader's mutation must be marked for loaders, and
    // starts no guest session, because its cookie could not reach the browser.
    calls: openLoaderCalls(shellProcess(), {
      ...assignment,
      headers: { ...headers, origin: visitor.origin, 'sec-fetch-site': 'none', 'x-mall-loader': '1' },
      origin: visitor.origin,
      isPreview: visitor.isPreview,
      hasSession,
      lang,
      locale,
      currency,
      sources,
    }),
    unfinished: new Set(),
    failed: new Set(),
  }
}

/** Whether the browser refuses reports by Global Privacy Control or Do Not Track. */
function sharingOf({ headers }: IncomingMessage, choice: string | undefined): RequestScope['sharing'] {
  if (refusesTracking(headers)) return 'refused'
  return choice === 'off' ? 'off' : 'on'
}

/** Assigns releases: a new document by bucket and pins, a navigation by the assignment in its header. */
async function assign(
  releases: Releases,
  visitor: Visitor,
  fresh: () => Record<string, RemoteRelease>,
  claimed: string | string[] | undefined,
) {
  if (typeof claimed !== 'string') return { releases: fresh(), outdated: false }
  try {
    const ids = claimed.split(',', mostReleases + 1)
    if (ids.length > mostReleases) throw new Error(`it names more than ${mostReleases} releases`)
    const named = await Promise.all(
      ids.map(async (id) => {
        const [name = '', version = ''] = id.split('@')
        return [name, await releases.ensure(name, version, visitor)] as const
      }),
    )
    return { releases: Object.fromEntries(named), outdated: false }
  } catch (error) {
    log('info', 'a document has to load anew', { releases: claimed.slice(0, 500), why: explain(error) })
    return { releases: fresh(), outdated: true }
  }
}

const buckets = 10_000
/** Releases that one document may name: each may be loaded. */
const mostReleases = 50

function bucketOf(kept: string | undefined, url: URL, res: ServerResponse, publicOrigin: string): number {
  const bucket = Number(kept || Number.NaN)
  if (Number.isInteger(bucket) && bucket >= 0 && bucket < buckets) return bucket
  const drawn = randomInt(buckets)
  // Files such as the sitemap are cached for all visitors, so they must not set a cookie.
  if (/\.\w+$/.test(url.pathname)) return drawn
  res.appendHeader('set-cookie', preferenceCookie('mall_bucket', String(drawn), publicOrigin))
  return drawn
}

function forwardedHeaders({ headers, socket }: IncomingMessage): Record<string, string> {
  const forwarded: Record<string, string> = {
    'x-forwarded-for': single(headers['x-forwarded-for']) ?? socket.remoteAddress ?? '',
    'x-forwarded-host': single(headers['x-forwarded-host']) ?? headers.host ?? '',
  }
  for (const name of ['cookie', 'user-agent', 'accept-language', 'x-request-id', passHeader]) {
    const value = single(headers[name])
    if (value !== undefined) forwarded[name] = value
  }
  return forwarded
}

const clientAddressOf = ({ headers, socket }: IncomingMessage) =>
  clientAddress({ headers, ip: socket.remoteAddress ?? '' }, shellProcess().config.TRUSTED_HOPS)

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** Excludes pinned pages and previews from caches and search engines. */
function keepPrivate(res: ServerResponse): void {
  res.setHeader('cache-control', 'private, no-store')
  res.setHeader('x-robots-tag', 'noindex')
}
