import { Body } from '@react-email/body'
import { Container } from '@react-email/container'
import { Head } from '@react-email/head'
import { Html } from '@react-email/html'
import { Img } from '@react-email/img'
import { Link } from '@react-email/link'
import { Preview } from '@react-email/preview'
import { Text } from '@react-email/text'
import type { Mail, MailContext } from '../mail.ts'
import { darkRules, light } from './palette.ts'

/** The frame of every mail. Inline styles, because many mail programs drop all others. */
export function Layout({ mail, context, locale }: { mail: Mail; context: MailContext; locale: string }) {
  const { messages, link, file } = context
  const font = "'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif"
  return (
    <Html lang={locale}>
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{mail.subject}</title>
        <style>{darkRules(mail.hues ?? [])}</style>
      </Head>
      <Body
        className="paper"
        style={{ backgroundColor: light.paper, margin: 0, padding: '32px 16px', font: `16px/1.5 ${font}` }}
      >
        <Preview>{mail.preheader}</Preview>
        <Container className="ink" style={{ maxWidth: 560, color: light.ink, ...breaking }}>
          <Text style={{ margin: '0 0 24px' }}>
            <Link
              href={link()}
              className="ink"
              style={{ color: light.ink, fontSize: 20, fontWeight: 700, letterSpacing: '-0.01em' }}
            >
              <Img
                src={file('icon-192.png')}
                width={28}
                height={28}
                alt=""
                style={{ display: 'inline-block', verticalAlign: 'middle', marginRight: 8 }}
              />
              {messages.layout.home}
            </Link>
          </Text>
          {mail.body}
          <Text
            className="line soft"
            style={{ ...small, margin: '32px 0 0', paddingTop: 16, borderTop: `1px solid ${light.line}` }}
          >
            {messages.layout.reason}
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

/** Breaks words that are wider than a phone. */
export const breaking = { overflowWrap: 'anywhere', wordBreak: 'break-word' } as const

export const small = { color: light.soft, fontSize: 14, lineHeight: 1.5 }
