// The program of a bundle's process: removes the APIs that Node's permission model leaves open, then serves one BFF bundle over
// stdin and stdout. Plain JavaScript: type stripping would cost each of these processes 17 MB and 100 ms.
import { frameReader, frameWriter } from '../frames.mjs'
import { onUnhandledRejection } from './call-ended.mjs'
import { closeProcess } from './close-process.mjs'
import { openConsole } from './open-console.mjs'
import { importProtobuf } from './protobuf.mjs'
import { serveBundle } from './serve-bundle.mjs'

const [, , protobufFolder = ''] = process.argv
const protobuf = await importProtobuf(protobufFolder)
const { stdin, stdout } = process
// Called when the host has closed the channel, also by its own exit.
/** @type {() => never} */
const exit = Reflect.get(process, 'reallyExit').bind(process, 0)
stdin.on('end', exit).on('error', exit)
stdout.on('error', exit)
process.on('unhandledRejection', onUnhandledRejection)

const send = frameWriter((bytes) => void stdout.write(bytes))
const requireBuiltin = closeProcess()
openConsole(send)
stdin.on('data', frameReader(serveBundle({ send, protobuf, requireBuiltin }), exit))
