// The start file of every sandboxed process: imports a program, removes the APIs that Node's permission model leaves open, then
// runs the program over stdin and stdout. Plain JavaScript: type stripping would cost each process 17 MB and 100 ms.
import { writeSync } from 'node:fs'
import { inspect } from 'node:util'
import { frameReader, frameWriter, maxFrameBytes } from '../frames.mjs'
import { closeProcess } from './close-process.mjs'
import { logFields, mostMessageChars } from './log-fields.mjs'
import { openConsole } from './open-console.mjs'

const [, , programUrl = '', ...args] = process.argv
/** @type {import('../program.ts').Program} */
const { prepare } = await import(programUrl)
const { serve, ignores } = await prepare(args)
const { stdin, stdout, stderr } = process
/** @type {(code: number) => never} */
const exit = Reflect.get(process, 'reallyExit').bind(process)
// Called when the host has closed the channel, also by its own exit.
const leave = () => exit(0)
stdin.on('end', leave).on('error', leave)
stdout.on('error', leave)
// Ends the process, as Node does by default, unless the program knows the rejection as harmless.
process.on('unhandledRejection', (reason) => {
  if (ignores?.(reason)) return
  stderr.write(`Unhandled rejection: ${inspect(reason)}\n`)
  exit(1)
})

/** Writes to a pipe are synchronous. @param {Uint8Array} bytes */
const write = (bytes) => void stdout.write(bytes)
const send = frameWriter(write)
/** @type {string | undefined} */
let marked
/** The descriptor that follows the pipes is the mark file. @param {string} text */
function mark(text) {
  writeSync(3, `${text}\n`, 0, 'latin1')
  marked = text
}
const requireBuiltin = closeProcess()
// When the host reads the line, another mark may be in the file.
openConsole((line) => send({ ...line, mark: marked }))
const handle = serve({ send, mark, requireBuiltin, logFields, mostMessageChars, maxFrameBytes })
stdin.on('data', frameReader(handle, leave))
