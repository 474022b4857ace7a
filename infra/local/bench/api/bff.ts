/** A shopper's HTTP client: calls procedures through the edge and stores the cookies of the answers. */
export class Shopper {
  readonly #url: string
  #cookie = ''

  constructor(url: string) {
    this.#url = url
  }

  get cookie(): string {
    return this.#cookie
  }

  /** @throws Error when the BFF refuses */
  query<T>(procedure: string, input: unknown): Promise<T> {
    return this.#call<T>(`${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`)
  }

  /** @throws Error when the BFF refuses */
  mutate<T>(procedure: string, input: unknown = {}): Promise<T> {
    const headers = { 'content-type': 'application/json', origin: this.#url }
    return this.#call<T>(procedure, { method: 'POST', body: JSON.stringify(input), headers })
  }

  async #call<T>(path: string, init: { method?: string; body?: string; headers?: object } = {}): Promise<T> {
    const response = await fetch(`${this.#url}/api/${path}`, {
      ...init,
      headers: { ...init.headers, ...(this.#cookie && { cookie: this.#cookie }) },
    })
    const cookies = response.headers.getSetCookie().map((value) => value.split(';')[0])
    if (cookies.length > 0) this.#cookie = cookies.join('; ')
    const answer = (await response.json()) as { result?: { data: T }; error?: { message: string } }
    if (!answer.result) throw new Error(`${path}: ${answer.error?.message}`)
    return answer.result.data
  }
}
