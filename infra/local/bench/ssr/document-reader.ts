import { Pool } from 'undici'

/** Requests a document, compressed by Brotli, and reads it to its end. @throws Error for another answer */
export type DocumentReader = AsyncDisposable & { read: (path: string, cookie?: string) => Promise<void> }

/** Opens connections to the mall. Not `fetch`, which would use more of the CPU that is measured. */
export function openReader(mallUrl: string): DocumentReader {
  const pool = new Pool(mallUrl, { connections: 64 })
  return {
    async read(path, cookie) {
      const headers = { accept: 'text/html', 'accept-encoding': 'br', ...(cookie && { cookie }) }
      const { statusCode, headers: answered, body } = await pool.request({ method: 'GET', path, headers })
      await body.dump()
      if (statusCode !== 200) throw new Error(`${path} answers ${statusCode}`)
      if (answered['content-encoding'] !== 'br') throw new Error(`${path} is not compressed by Brotli`)
    },
    [Symbol.asyncDispose]: () => pool.close(),
  }
}
