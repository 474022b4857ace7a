/** A loader whose data was requested has failed with this status. */
export class DataFailed extends Error {
  override name = 'DataFailed'
  readonly status: number

  constructor(expose: string, status: number) {
    super(`${expose} cannot be loaded (${status})`)
    this.status = status
  }
}
