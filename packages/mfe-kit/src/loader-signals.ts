/**
 * Thrown by a loader to end a request early. Recognised by `signal`, not by `instanceof`: the server may hold several
 * copies of this module.
 */
export class LoaderSignal extends Error {
  readonly signal: 'not-found' | 'redirect'
  readonly path: string
  readonly permanent: boolean

  constructor(signal: 'not-found' | 'redirect', path = '', permanent = false) {
    super(signal)
    this.signal = signal
    this.path = path
    this.permanent = permanent
  }
}

/** Ends the loader: the shell responds with 404 and its own page. */
export function notFound(): never {
  throw new LoaderSignal('not-found')
}

/** Ends the loader and redirects the shopper to `path`: 307, or 308 when `permanent`. */
export function redirect(path: string, options: { permanent?: boolean } = {}): never {
  throw new LoaderSignal('redirect', path, options.permanent)
}

/** Whether the error is a LoaderSignal of any copy of this module. */
export function isLoaderSignal(error: unknown): error is LoaderSignal {
  return error instanceof Error && 'signal' in error && 'permanent' in error
}
