import type { ServerResponse } from 'node:http'
import type { ShellConfig } from '../config.ts'

/**
 * The policy of a document. Scripts run by nonce or because a trusted script loaded them. Style attributes are
 * allowed (the tint of a category is one), style elements are not.
 */
export function contentSecurityPolicy(config: ShellConfig, nonce: string): string {
  const provider = config.SANDBOX_PROVIDER_URL ? ` ${new URL(config.SANDBOX_PROVIDER_URL).origin}` : ''
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self'`,
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'${provider}`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `object-src 'none'`,
  ].join('; ')
}

export function setSecurityHeaders(res: ServerResponse, policy: string): void {
  res.setHeader('content-security-policy', policy)
  res.setHeader('x-content-type-options', 'nosniff')
  res.setHeader('referrer-policy', 'strict-origin-when-cross-origin')
  res.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), interest-cohort=()')
  res.setHeader('cross-origin-opener-policy', 'same-origin')
}
