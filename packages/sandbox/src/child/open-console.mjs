import { format } from 'node:util'
import { logFields, mostMessageChars } from './log-fields.mjs'

const levels = { debug: 'info', log: 'info', info: 'info', trace: 'info', warn: 'warn', error: 'error' }

/**
 * Makes the global console send log messages to the host, which counts them against the log budget.
 * @param {(head: object) => void} send
 */
export function openConsole(send) {
  for (const [method, level] of Object.entries(levels)) {
    Reflect.set(console, method, (/** @type {unknown[]} */ ...values) =>
      send({ t: 'log', level, message: format(...values).slice(0, mostMessageChars), fields: logFields({}) }),
    )
  }
  for (const name of ['_stdout', '_stderr', 'Console', 'context', 'createTask'])
    Reflect.deleteProperty(console, name)
}
