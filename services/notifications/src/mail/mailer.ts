import { readEmail } from '@mallhive/contracts/contact'
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'

interface Mail {
  /** Makes the Message-ID, so that a mail that is sent twice after a crash is recognisably the same one. */
  eventId: string
  to: string
  subject: string
  html: string
  text: string
}

export interface Mailer extends Disposable {
  send(mail: Mail): Promise<void>
}

/** Hands mails to SMTP over a few kept connections. Throws when the server does not take one. */
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
    async send({ eventId, to, subject, html, text }) {
      if (readEmail(to) === undefined) throw new Error('not one e-mail address')
      await transport.sendMail({
        from: config.MAIL_FROM,
        to: { name: '', address: to },
        subject: subject.replace(/\p{Cc}+/gu, ' '),
        html,
        text,
        messageId: `<${eventId}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    [Symbol.dispose]: () => transport.close(),
  }
}
