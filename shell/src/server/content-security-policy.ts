import type { ShellConfig } from '../config.ts'

/**
 * The policy of a document, with the nonce of this answer; what is the same for every answer stands in
 * infra/edge/security-headers.json. Scripts run by nonce or because a trusted script loaded them. Style attributes are
 * allowed (the tint of a category is one), style elements are not.
 */
export function contentSecurityPolicy(config: ShellConfig, nonce: string): string {
  const provider = config.SANDBOX_PROVIDER_URL ? ` ${new URL(config.SANDBOX_PROVIDER_URL).origin}` : ''
  // The console leads to previews.
  const preview = config.PREVIEW_ORIGIN ? ` ${config.PREVIEW_ORIGIN}` : ''
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'${provider}${preview}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ')
}
