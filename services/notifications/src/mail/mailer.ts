import { readEmail } from '@mallhive/contracts/contact'
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'

interface Mail {
  /** Determines the Message-ID, so that receivers can deduplicate a mail that is sent twice after a crash. */
  id: string
  to: string
  subject: string
  html: string
  text: string
}

export interface Mailer extends Disposable {
  /** @throws MailRefused when the server permanently refuses the recipient or the mail */
  send(mail: Mail, signal: AbortSignal): Promise<void>
}

/** A permanent refusal (a 5xx reply to the recipient or the mail, RFC 5321 4.2.1). */
export class MailRefused extends Error {
  override name = 'MailRefused'
}

/** Opens a mailer over a small pool of SMTP connections. */
export function openMailer(config: Pick<Config, 'SMTP_URL' | 'MAIL_FROM' | 'PUBLIC_ORIGIN'>): Mailer {
  const transport = createTransport({
    url: config.SMTP_URL,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 15_000,
  })
  const domain = new URL(config.PUBLIC_ORIGIN).hostname
  return {
    async send({ id, to, subject, html, text }, signal) {
      if (readEmail(to) === undefined) throw new MailRefused('not one e-mail address')
      const sending = transport.sendMail({
        from: config.MAIL_FROM,
        to: { name: '', address: to },
        subject: subject.replace(/\p{Cc}+/gu, ' '),
        html,
        text,
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      const late = Promise.withResolvers<never>()
      signal.addEventListener('abort', () => late.reject(signal.reason), { once: true })
      await Promise.race([sending, late.promise]).catch((error: unknown) => {
        throw isFinal(error) ? new MailRefused('refused by the mail server', { cause: error }) : error
      })
    },
    [Symbol.dispose]: () => transport.close(),
  }
}

function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('responseCode' in error)) return false
  return ['EENVELOPE', 'EMESSAGE'].includes(String(error.code)) && Number(error.responseCode) >= 500
}
