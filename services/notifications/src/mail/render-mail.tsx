import { localPath } from '@mallhive/contracts/locales'
import { renderToStaticMarkup } from 'react-dom/server'
import { formatsOf } from './formats.ts'
import { Layout } from './layout/layout.tsx'
import type { Mail, MailContext } from './mail.ts'
import { languageOf } from './messages/messages.ts'

export interface Content {
  subject: string
  html: string
  text: string
}

interface Settings {
  /** BCP 47; English where there is no catalogue for it. */
  locale: string
  /** Origin of links and pictures. */
  publicOrigin: string
}

/** Renders both halves of a mail in the language of a locale. */
export function renderMail<Facts>(
  template: (facts: Facts, context: MailContext) => Mail,
  facts: Facts,
  settings: Settings,
): Content {
  const { lang, locale, messages } = languageOf(settings.locale)
  const { origin } = new URL(settings.publicOrigin)
  const path = (segments: string[]) => `/${segments.map(encodeURIComponent).join('/')}`
  const context: MailContext = {
    messages,
    formats: formatsOf(locale),
    link: (...segments) => origin + localPath(lang, path(segments)),
    file: (...segments) => origin + path(segments),
  }
  const mail = template(facts, context)
  const html = renderToStaticMarkup(<Layout mail={mail} context={context} locale={locale} />)
  const text = [messages.layout.home, '', ...mail.text, '', messages.layout.reason].map(oneLine)
  return { subject: oneLine(mail.subject), html: `<!doctype html>${html}`, text: `${text.join('\n')}\n` }
}

/** Removes line breaks and bidirectional overrides, so that a name cannot forge a line of the mail. */
function oneLine(line: string): string {
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
}
