/**
 * Gives React's option `progressiveChunkSize` a default, which Next does not expose. After 12.8 kB of HTML React would send
 * finished boundaries out of place and move them by script, but a page must be readable without scripts. With this default,
 * content that is rendered before the flush stays in place; the rest still streams.
 */
export function setReactChunkSize(): void {
  // oxlint-disable-next-line no-extend-native -- not enumerable, and a name that only React reads
  Object.defineProperty(Object.prototype, 'progressiveChunkSize', {
    value: Number.POSITIVE_INFINITY,
    writable: true,
    configurable: true,
  })
}
