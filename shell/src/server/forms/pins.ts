import { readCookie } from '@mallhive/contracts/cookies'
import { pinQuery } from '../pins/asked-pins.ts'
import { changePins, parsePins } from '../pins/parse-pins.ts'
import { pinsCookie } from '../pins/pins-cookie.ts'
import { FormRefused } from './form.ts'
import type { Form } from './form.ts'

/** Handles the buttons of the pin bar: changes the pins cookie and redirects to the page. */
export const changePinned: Form = ({ fields, headers, page, publicOrigin }) => {
  const change = fields.get(pinQuery)
  const kept = parsePins(readCookie(headers.cookie, 'mall_pin', publicOrigin) ?? '') ?? new Map()
  const pins = change === null ? undefined : changePins(kept, change)
  if (!pins) throw new FormRefused(400, 'There is no such pin.')
  return { location: withoutPins(page), setCookies: [pinsCookie(pins, publicOrigin)] }
}

/** Removes the pins from the address to return to, which would set them again. */
function withoutPins(path: string): string {
  const url = new URL(path, 'http://shell.invalid')
  url.searchParams.delete(pinQuery)
  return url.pathname + url.search
}
