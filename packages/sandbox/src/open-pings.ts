export interface Pings {
  /** Resolves when the process answers, which proves that its event loop is not blocked. */
  ping: () => Promise<void>
  /** Returns false when no ping has this number. */
  pong: (n: number) => boolean
}

export function openPings(send: (message: { t: 'ping'; n: number }) => void): Pings {
  const waiting = new Map<number, () => void>()
  let last = 0
  return {
    ping: () =>
      new Promise((resolve) => {
        waiting.set(++last, resolve)
        send({ t: 'ping', n: last })
      }),
    pong(n) {
      waiting.get(n)?.()
      return waiting.delete(n)
    },
  }
}
