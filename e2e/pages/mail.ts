import { expect } from '@playwright/test'

type Mail = { subject: string; text: string; html: string; to: { address: string }[] }

/** Waits for the only mail about an order and returns it. */
export async function mailAbout(orderNumber: string): Promise<Mail> {
  const inbox = () => mailsAbout(orderNumber)
  await expect.poll(async () => (await inbox()).length, { message: `a mail about ${orderNumber}` }).toBe(1)
  const [mail] = await inbox()
  if (!mail) throw new Error('the mail was there and is gone')
  return mail
}

async function mailsAbout(orderNumber: string): Promise<Mail[]> {
  const response = await fetch(`${process.env['MAIL_URL']}/api/email`)
  const answer: unknown = await response.json()
  const mails = (Array.isArray(answer) ? answer : []) as Mail[]
  return mails.filter(({ text, subject }) => `${subject}${text}`.includes(orderNumber))
}
