import { MailDev } from 'maildev'

import { refuseOtherSites } from './refuse-other-sites.ts'

const mail = new MailDev({
  smtp: Number(process.env['SMTP_PORT']),
  web: Number(process.env['WEB_PORT']),
  ip: '127.0.0.1',
  webIp: '127.0.0.1',
  mailDirectory: process.env['MAIL_DIR'],
  maxEmails: 1000,
  silent: true,
})
const { api } = await mail.start()
if (!api) throw new Error('the inbox was not opened')
refuseOtherSites(api.server.server)
process.once('SIGTERM', () => void mail.stop().then(() => process.exit(0)))
