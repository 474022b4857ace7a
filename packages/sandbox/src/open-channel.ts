import { BundleFault } from './bundle-fault.ts'
import { frameReader, frameWriter } from './frames.mjs'
import type { SandboxedProcess } from './spawn-sandboxed.ts'

export interface Channel<Sent extends object> {
  send: (message: Sent, body?: Uint8Array) => void
  /** Bytes that the host holds because the process has not read them. */
  unreadBytes: () => number
}

export interface ChannelHandlers<Received> {
  /** Returns undefined for an invalid message. */
  parse: (head: unknown) => Received | undefined
  /** Receives a valid message; its sender may still not be entitled to it. */
  message: (message: Received, body: Buffer) => void
  malformed: (problem: string) => void
  errorOutput: (bytes: number) => void
  ended: (fault: BundleFault) => void
}

/** Opens the message channel over a process's pipes. */
export function openChannel<Sent extends object, Received>(
  child: SandboxedProcess,
  on: ChannelHandlers<Received>,
): Channel<Sent> {
  let errorOutput = ''
  const read = frameReader((head, body, headLength) => {
    try {
      if (isPadded(head, headLength)) return on.malformed(`a head of ${headLength} bytes that says less`)
      const message = on.parse(head)
      if (message) on.message(message, body)
      else on.malformed('invalid message')
    } catch (error) {
      // For example fields too deep to serialise. Uncaught, one message of one bundle would end the host.
      on.malformed(`a message that cannot be handled: ${String(error)}`)
    }
  }, on.malformed)
  child.stdout.on('data', (chunk: Buffer) => read(chunk))
  child.stderr.on('data', (chunk: Buffer) => {
    errorOutput = (errorOutput + chunk.toString()).slice(-2000)
    on.errorOutput(chunk.length)
  })
  // A pipe to a process that has just ended emits an error; the exit handler reports it.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on('error', () => {})
  child.once('error', (error) => on.ended(new BundleFault('FAILED_TO_START', error.message)))
  child.once('close', (code, signal) => {
    const how = signal ? `ended by ${signal}` : `exited with code ${code}`
    on.ended(new BundleFault('EXITED', [how, errorOutput.trim()].filter(Boolean).join(': ')))
  })
  return {
    send: frameWriter((bytes) => void child.stdin.write(bytes)),
    unreadBytes: () => child.stdin.writableLength,
  }
}

/** Shorter heads cost little to parse. */
const shortHeadBytes = 4096

/** Whether a head is longer than its value: repeated names or spaces cost the host's loop, but count against no limit. */
const isPadded = (head: unknown, headLength: number) =>
  headLength > shortHeadBytes && Buffer.byteLength(JSON.stringify(head)) < headLength
