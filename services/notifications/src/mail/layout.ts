import { html, type Html } from './html.ts'

/** Renders the frame of every mail. Inline styles, because many mail programs drop all others. */
export function layout(title: string, body: Html, publicOrigin: string): string {
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <meta name="color-scheme" content="light" />
      <title>${title}</title>
    </head>
    <body
      style="margin:0;background:#fbf9f5;color:#2b2119;font:16px/1.5 'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif"
    >
      <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
        <tr>
          <td align="center" style="padding:32px 16px">
            <table
              role="presentation"
              width="100%"
              cellpadding="0"
              cellspacing="0"
              style="max-width:560px;text-align:left"
            >
              <tr>
                <td>
                  <p style="margin:0 0 24px;font-weight:700">
                    <a href="${publicOrigin}" style="color:#2b2119;text-decoration:none">MallHive</a>
                  </p>
                  <h1 style="margin:0 0 16px;font-size:25px;line-height:1.2">${title}</h1>
                  ${body}
                </td>
              </tr>
            </table>
          </td>
        </tr>
      </table>
    </body>
  </html>`
  return `<!doctype html>\n${page.markup}`
}
