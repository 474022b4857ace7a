/** A file of the client with its hash. */
export interface ClientFile {
  url: string
  integrity: string
}

/** The files that every document loads. */
export interface ClientFiles {
  entry: ClientFile
  /** React and react-dom: a file of their own, because they change less often than the shell. */
  react: ClientFile
  css: ClientFile
}
