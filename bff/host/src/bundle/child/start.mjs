// The program of a bundle's process: closes what Node's permission model leaves open, then serves one BFF bundle over stdin and
// stdout. Plain JavaScript: stripping types would cost each of these processes 17 MB and a tenth of a second.
import { frameReader, frameWriter } from '../frames.mjs'
import { closeProcess } from './close-process.mjs'
import { openConsole } from './open-console.mjs'
import { importProtobuf } from './protobuf.mjs'
import { serveBundle } from './serve-bundle.mjs'

const [, , protobufFolder = ''] = process.argv
const protobuf = await importProtobuf(protobufFolder)
const { stdin, stdout } = process
// The host has closed the channel: it is gone.
/** @type {() => never} */
const exit = Reflect.get(process, 'reallyExit').bind(process, 0)
stdin.on('end', exit).on('error', exit)
stdout.on('error', exit)

const send = frameWriter((bytes) => void stdout.write(bytes))
const requireBuiltin = closeProcess()
openConsole(send)
stdin.on('data', frameReader(serveBundle({ send, protobuf, requireBuiltin }), exit))
