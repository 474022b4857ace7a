/** Behaviour of a test card at the card network. */
export type Behaviour =
  | 'approve'
  | 'decline'
  | 'insufficient_funds'
  | 'challenge'
  | 'answer_lost'
  | 'flaky'
  | 'stuck'
  | 'capture_refused'

const cards: Record<string, Behaviour> = {
  '4242424242424242': 'approve',
  '4000000000000002': 'decline',
  '4000000000009995': 'insufficient_funds',
  '4000002500003155': 'challenge',
  '4000000000000119': 'answer_lost',
  '4000000000000770': 'flaky',
  '4000000000000887': 'stuck',
  '4000000000000663': 'capture_refused',
}

/** Returns the behaviour of a card number; unknown well-formed numbers are approved. */
export const behaviourOf = (number: string): Behaviour => cards[number] ?? 'approve'

export type CardError = { field: 'number' | 'expiry' | 'cvc' | 'name'; error: string }

export function checkCard(
  card: { number: string; expiry: string; cvc: string; name: string },
  now: Date,
): CardError | undefined {
  if (!/^\d{12,19}$/.test(card.number) || !luhn(card.number))
    return { field: 'number', error: 'invalid_number' }
  const expiry = /^(\d{1,2})\s*\/?\s*(\d{2}|\d{4})$/.exec(card.expiry.trim())
  const month = Number(expiry?.[1])
  if (!expiry || month < 1 || month > 12) return { field: 'expiry', error: 'invalid_expiry' }
  const year = Number(expiry[2]) % 100
  if (Date.UTC(2000 + year, month) <= now.getTime()) return { field: 'expiry', error: 'expired_card' }
  if (!/^\d{3,4}$/.test(card.cvc.trim())) return { field: 'cvc', error: 'invalid_cvc' }
  if (!card.name.trim()) return { field: 'name', error: 'missing_name' }
  return undefined
}

export function labelOf(number: string): string {
  const brand = number.startsWith('4')
    ? 'Visa'
    : /^(5[1-5]|2[2-7])/.test(number)
      ? 'Mastercard'
      : /^3[47]/.test(number)
        ? 'American Express'
        : 'Card'
  return `${brand} •••• ${number.slice(-4)}`
}

function luhn(number: string): boolean {
  let sum = 0
  for (let position = 0; position < number.length; position++) {
    const doubled = Number(number.at(-1 - position)) * (position % 2 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
