import { z } from 'zod'

/**
 * Whether documents may run unsigned builds of dev servers on this machine. Only for a mall that no other machine
 * reaches.
 */
export const devPinsEnv = { DEV_PINS: z.enum(['on', 'off']).default('off') }

/** Whether dev pins are off, or no other machine reaches the mall and its previews; for `refine`. */
export const devPinsAreLocal = ({
  DEV_PINS,
  PREVIEW_PASS,
  PUBLIC_ORIGIN,
  PREVIEW_ORIGIN,
}: DevPins): boolean =>
  DEV_PINS === 'off' ||
  (PREVIEW_PASS !== 'required' && [PUBLIC_ORIGIN, PREVIEW_ORIGIN ?? PUBLIC_ORIGIN].every(isLoopback))

export const devPinsProblem = {
  path: ['DEV_PINS'],
  message:
    'runs unsigned code, so PUBLIC_ORIGIN and PREVIEW_ORIGIN must be loopback addresses, and the mall must not be open to other machines (PREVIEW_PASS=required)',
}

interface DevPins {
  DEV_PINS: 'on' | 'off'
  PREVIEW_PASS?: string
  PUBLIC_ORIGIN: string
  PREVIEW_ORIGIN?: string | undefined
}

function isLoopback(origin: string): boolean {
  const { hostname } = new URL(origin)
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname)
}
