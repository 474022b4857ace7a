// The program of a bundle's process: removes the APIs that Node's permission model leaves open, then serves one BFF bundle over
// stdin and stdout. Plain JavaScript: type stripping would cost each of these processes 17 MB and 100 ms.
import { inspect } from 'node:util'
import { frameReader, frameWriter } from '../frames.mjs'
import { isCallEnded } from './call-ended.mjs'
import { closeProcess } from './close-process.mjs'
import { openConsole } from './open-console.mjs'
import { importProtobuf } from './protobuf.mjs'
import { serveBundle } from './serve-bundle.mjs'

const [, , protobufFolder = ''] = process.argv
const protobuf = await importProtobuf(protobufFolder)
const { stdin, stdout, stderr } = process
/** @type {(code: number) => never} */
const exit = Reflect.get(process, 'reallyExit').bind(process)
// Called when the host has closed the channel, also by its own exit.
const leave = () => exit(0)
stdin.on('end', leave).on('error', leave)
stdout.on('error', leave)
// Ends the process, as Node does by default, unless a request only failed because its call has ended: a browser that disconnects
// must not end the process of a bundle that awaits one request before another.
process.on('unhandledRejection', (reason) => {
  if (isCallEnded(reason)) return
  stderr.write(`Unhandled rejection: ${inspect(reason)}\n`)
  exit(1)
})

const send = frameWriter((bytes) => void stdout.write(bytes))
const requireBuiltin = closeProcess()
openConsole(send)
stdin.on('data', frameReader(serveBundle({ send, protobuf, requireBuiltin }), leave))
