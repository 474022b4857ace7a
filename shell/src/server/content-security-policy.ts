import type { ShellConfig } from '../config.ts'

type Config = Pick<ShellConfig, 'SANDBOX_PROVIDER_URL' | 'PREVIEW_ORIGIN'>

/**
 * Returns the content security policy of a document with its nonce; constant headers are in infra/edge/security-headers.json.
 * Scripts run by nonce or when a trusted script loaded them. Style attributes are allowed (a category's tint is one), style
 * elements are not. Only the console's forms may lead to the preview host, to which the desk redirects them.
 */
export function contentSecurityPolicy(config: Config, nonce: string, isConsole: boolean): string {
  const provider = config.SANDBOX_PROVIDER_URL ? ` ${new URL(config.SANDBOX_PROVIDER_URL).origin}` : ''
  const preview = isConsole && config.PREVIEW_ORIGIN ? ` ${config.PREVIEW_ORIGIN}` : ''
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `form-action 'self'${provider}${preview}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ')
}
