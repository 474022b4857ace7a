const messages: Record<string, string> = {
  invalid_number: 'Check the card number.',
  invalid_expiry: 'Enter the expiry as on the card, like 08/29.',
  expired_card: 'This card has expired.',
  invalid_cvc: 'Enter the three or four digits of the security code.',
  missing_name: 'Enter the name as on the card.',
}

/** Returns the message for a provider's error code, by field. Both are from the address, so they may be any text. */
export function providerErrors({ code, field }: { code: string; field: string }): Record<string, string> {
  const known = ['number', 'expiry', 'cvc', 'name'].includes(field) ? field : 'number'
  const message = Object.hasOwn(messages, code) ? messages[code] : undefined
  return { [known]: message ?? 'The payment provider did not accept this card.' }
}

/** Validates a card before it is sent; returns messages by field. */
export function cardErrors(form: FormData, now: Date): Record<string, string> {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const errors: Record<string, string | undefined> = {
    number: isCardNumber(text('number')) ? undefined : messages['invalid_number'],
    expiry: messages[expiryError(text('expiry'), now) ?? ''],
    cvc: /^\d{3,4}$/.test(text('cvc')) ? undefined : messages['invalid_cvc'],
    name: text('name') ? undefined : messages['missing_name'],
  }
  return Object.fromEntries(Object.entries(errors).flatMap(([name, error]) => (error ? [[name, error]] : [])))
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

function expiryError(typed: string, now: Date): string | undefined {
  const [, month = '', year = ''] = /^(\d{1,2})\s*\/?\s*(?:20)?(\d{2})$/.exec(typed) ?? []
  if (Number(month) < 1 || Number(month) > 12) return 'invalid_expiry'
  return Date.UTC(2000 + Number(year), Number(month)) <= now.getTime() ? 'expired_card' : undefined
}
