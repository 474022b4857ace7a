const fields = ['number', 'expiry', 'cvc', 'name'] as const

type CardField = (typeof fields)[number]

/** What is wrong with a field; the end of its message's key. */
type CardError = 'number' | 'expiry' | 'expired' | 'cvc' | 'name' | 'refused'

export type CardErrors = Partial<Record<CardField, CardError>>

const providerCodes = new Map<string, CardError>([
  ['invalid_number', 'number'],
  ['invalid_expiry', 'expiry'],
  ['expired_card', 'expired'],
  ['invalid_cvc', 'cvc'],
  ['missing_name', 'name'],
])

/** Returns the error that a provider's code means, by field. Both are from the address, so they may be any text. */
export function providerErrors({ code, field }: { code: string; field: string }): CardErrors {
  const known = fields.find((name) => name === field) ?? 'number'
  return { [known]: providerCodes.get(code) ?? 'refused' }
}

/** Validates a card before it is sent; returns errors by field. */
export function cardErrors(form: FormData, now: Date): CardErrors {
  const text = (name: CardField) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const expiry = expiryError(text('expiry'), now)
  return {
    ...(!isCardNumber(text('number')) && { number: 'number' }),
    ...(expiry && { expiry }),
    ...(!/^\d{3,4}$/.test(text('cvc')) && { cvc: 'cvc' }),
    ...(!text('name') && { name: 'name' }),
  }
}

/** Returns whether the text is 12 to 19 digits with a valid check digit (ISO/IEC 7812-1, Luhn). */
function isCardNumber(typed: string): boolean {
  const digits = typed.replace(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(digits)) return false
  let sum = 0
  for (let position = 0; position < digits.length; position++) {
    const doubled = Number(digits.at(-1 - position)) * (position % 2 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function expiryError(typed: string, now: Date): 'expiry' | 'expired' | undefined {
  const [, month = '', year = ''] = /^(\d{1,2})\s*\/?\s*(?:20)?(\d{2})$/.exec(typed) ?? []
  if (Number(month) < 1 || Number(month) > 12) return 'expiry'
  return Date.UTC(2000 + Number(year), Number(month)) <= now.getTime() ? 'expired' : undefined
}
