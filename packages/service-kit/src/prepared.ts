/**
 * A query that is built once for each database: for a wide table building costs more than running. Values come
 * in by name: `sql.placeholder('id')` in the query, `find(db).execute({ id })` to run it.
 */
export function prepared<D extends object, P>(
  build: (db: D) => { prepare: (name: string) => P },
): (db: D) => P {
  const built = new WeakMap<D, P>()
  return (db) => {
    // Without a name of its own, so that it gets one by its text like every other statement.
    const query = built.get(db) ?? build(db).prepare('')
    built.set(db, query)
    return query
  }
}
