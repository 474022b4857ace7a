import { plainText } from './pasted-text.ts'

/**
 * Returns an order number as it is printed, from any way to write or paste it: `#mh 7k2f-9qrs`, `Order MH-7K2F9QRS`.
 * O, I and L, which numbers do not contain, are read as 0 and 1. An unknown number has no error here: look-ups do not
 * tell it from a wrong e-mail address.
 */
export function readOrderNumber(text: string): string {
  const typed = plainText(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
  const digits = /MH([0-9A-Z]{8})$/.exec(typed)?.[1] ?? typed.replace(/^MH/, '')
  return `MH-${digits.replaceAll('O', '0').replace(/[IL]/g, '1')}`
}
