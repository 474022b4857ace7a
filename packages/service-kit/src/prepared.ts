/**
 * Returns a function that builds a query once per database: building one over a wide table costs more than running it.
 * Values are named: `sql.placeholder('id')` in the query, `find(db).execute({ id })` to run it.
 */
export function prepared<D extends object, P>(
  build: (db: D) => { prepare: (name: string) => P },
): (db: D) => P {
  const built = new WeakMap<D, P>()
  return (db) => {
    // An empty name lets `nameStatements` name it by its text, as every other statement.
    const query = built.get(db) ?? build(db).prepare('')
    built.set(db, query)
    return query
  }
}
