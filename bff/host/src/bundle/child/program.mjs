import { isCallEnded } from './call-ended.mjs'
import { importProtobuf } from './protobuf.mjs'
import { serveBundle } from './serve-bundle.mjs'

/**
 * The program of a BFF bundle's process.
 * @param {string[]} args the folder of protobuf's modules, as a URL
 * @returns {Promise<import('@mallhive/sandbox/program').PreparedProgram>}
 */
export async function prepare([protobufFolder = '']) {
  const protobuf = await importProtobuf(protobufFolder)
  return {
    serve: (sandbox) => serveBundle({ ...sandbox, protobuf }),
    // A browser that disconnects must not end the process of a bundle that awaits one request before another.
    ignores: isCallEnded,
  }
}
