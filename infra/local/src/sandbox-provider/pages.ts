import { exponentOf } from '@mallhive/contracts/minor-units'
import type { Payment } from './store.ts'

export function challengePage({ amount, currency }: Payment, action: string): string {
  const price = new Intl.NumberFormat('en-IE', { style: 'currency', currency }).format(
    amount / 10 ** exponentOf(currency),
  )
  return page(
    'Confirm your payment',
    `<p class="amount">${escaped(price)}</p>
    <p>MallHive requests this amount. Please confirm the payment.</p>
    <form method="post" action="${escaped(action)}">
      <button class="primary" name="answer" value="approve">Approve</button>
      <button name="answer" value="decline">Decline</button>
    </form>
    <p class="note">This is a test bank. No money is charged.</p>`,
  )
}

export const closedPage = (back: string): string =>
  page(
    'This payment is closed',
    `<p>This payment no longer needs a confirmation.</p><p><a href="${escaped(back)}">Back to the shop</a></p>`,
  )

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
  :root { color-scheme: light dark }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#eef1f6, #14171c); color: light-dark(#1b2230, #e8ebf1) }
  main { box-sizing: border-box; width: min(24rem, 100vw - 2rem); padding: 2rem; border-radius: 14px; background: light-dark(#fff, #1e232b); box-shadow: 0 10px 40px #0002 }
  h1 { font-size: 1.25rem; margin: 0 0 .5rem }
  .amount { font-size: 2rem; font-weight: 650; margin: 0; font-variant-numeric: tabular-nums }
  form { display: grid; gap: .75rem; margin: 1.5rem 0 }
  button { font: inherit; font-weight: 600; min-height: 3rem; border-radius: 10px; border: 1px solid currentColor; background: none; color: inherit; cursor: pointer }
  .primary { background: #2450b8; border-color: #2450b8; color: #fff }
  :focus-visible { outline: 3px solid #5b8cff; outline-offset: 2px }
  .note { font-size: .8125rem; opacity: .75; margin: 0 }
</style>
<main><h1>${title}</h1>${body}</main>
</html>
`
