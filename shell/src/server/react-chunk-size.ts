/**
 * React moves boundaries beyond 12.8 kB of HTML out of their place and back by script, and Next does not expose the
 * option that says how much. A page must be readable without scripts, so the option gets a default: whatever is
 * rendered by the time of the flush goes where it belongs. What is not ready still streams.
 */
export function setReactChunkSize(): void {
  // oxlint-disable-next-line no-extend-native -- not enumerable, and a name that only React reads
  Object.defineProperty(Object.prototype, 'progressiveChunkSize', {
    value: Number.POSITIVE_INFINITY,
    writable: true,
    configurable: true,
  })
}
