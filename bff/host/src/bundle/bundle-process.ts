import { AsyncLocalStorage } from 'node:async_hooks'
import type { FaultKind } from './bundle-fault.ts'
import { BundleFault } from './bundle-fault.ts'
import { parseBundleMessage } from './bundle-messages.ts'
import type { BundleMessage, Declared } from './bundle-messages.ts'
import type { BundleRequest, BundleResponse, CallScope } from './call-scope.ts'
import { frameReader, frameWriter } from './frames.mjs'
import { openLogBudget } from './log-budget.ts'
import { answerRequest } from './answer-request.ts'
import { usage } from './process-usage.ts'
import { spawnBundle } from './spawn-bundle.ts'

export interface BundleProcess {
  pid: number
  declared: Declared
  /** Number of calls answered so far. */
  answered: () => number
  inFlight: () => number
  /** @throws BundleFault when the process ends during the call */
  call: (request: BundleRequest, scope: CallScope) => Promise<BundleResponse>
  /** Resolves when the process answers, which proves that its event loop is not blocked. */
  ping: () => Promise<void>
  /** Ends the process because of a fault. Calls in flight fail. */
  fail: (kind: FaultKind, message: string) => void
  /** Ends the process because it is no longer needed. */
  end: () => void
  /** How the process ended; undefined when the host ended it. */
  ended: Promise<BundleFault | undefined>
}

export interface BundleProcessOptions {
  spawn?: typeof spawnBundle
  /** `cart@1.5.0` */
  name: string
  filename: string
  code: string
  /** Resident memory beyond which the process is ended while it starts. Later, the pool checks it. */
  mostBytes: number
  startWithinMs: number
  /** A line that the bundle logs, outside any call when `scope` is absent. */
  onLog: (line: Extract<BundleMessage, { t: 'log' }>, scope: CallScope | undefined) => void
}

interface CallInFlight {
  scope: CallScope
  /** Runs work in the caller's async context, which carries its trace and deadline. */
  within: <T>(work: () => T) => T
  resolve: (response: BundleResponse) => void
  reject: (error: Error) => void
  requests: number
}

/** Starts a bundle in a process of its own and resolves when it can be called. @throws BundleFault FAILED_TO_START */
export async function startBundleProcess(options: BundleProcessOptions): Promise<BundleProcess> {
  const { spawn = spawnBundle } = options
  const child = spawn(options.name, options.mostBytes)
  const calls = new Map<number, CallInFlight>()
  const logBudget = openLogBudget()
  const ready = Promise.withResolvers<Declared>()
  const ended = Promise.withResolvers<BundleFault | undefined>()
  let state: 'starting' | 'ready' | 'ended' = 'starting'
  let lastWords = ''
  let lastId = 0
  let answered = 0
  let pinged: { n: number; pong: () => void } | undefined

  const send = frameWriter((bytes) => void child.stdin.write(bytes))
  const read = frameReader(receive, (problem) => fail('MALFORMED', problem))
  child.stdout.on('data', (chunk: Buffer) => read(chunk))
  child.stderr.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-2000)
    if (!logBudget.spend(chunk.length)) fail('FLOODED', 'log budget exceeded on standard error')
  })
  // A pipe to a process that has just ended emits an error; the exit handler reports it.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on('error', () => {})
  child.once('error', (error) => stop(new BundleFault('FAILED_TO_START', error.message)))
  child.once('close', (code, signal) => {
    const how = signal ? `ended by ${signal}` : `exited with code ${code}`
    stop(new BundleFault('EXITED', [how, lastWords.trim()].filter(Boolean).join(': ')))
  })
  send({ t: 'start', filename: options.filename }, Buffer.from(options.code))
  const timer = setTimeout(
    () => fail('FAILED_TO_START', `it was not ready within ${options.startWithinMs} ms`),
    options.startWithinMs,
  )
  const startLimit = setInterval(() => void limitStart(), usage.everyMs)

  async function limitStart(): Promise<void> {
    const { pid = 0 } = child
    const used = (await usage.read([pid])).get(pid)
    if (used && used.rssBytes > options.mostBytes) fail('MEMORY', 'memory limit exceeded during start')
  }

  function fail(kind: FaultKind, message: string): void {
    stop(new BundleFault(kind, message))
  }

  function stop(fault: BundleFault | undefined): void {
    if (state === 'ended') return
    const cause = state === 'starting' && fault ? new BundleFault('FAILED_TO_START', fault.message) : fault
    state = 'ended'
    clearTimeout(timer)
    clearInterval(startLimit)
    child.kill('SIGKILL')
    const error = cause ?? new BundleFault('EXITED', 'the process was not needed any more')
    ready.reject(error)
    for (const { reject } of calls.values()) reject(error)
    calls.clear()
    ended.resolve(cause)
  }

  function receive(head: unknown, body: Buffer): void {
    if (state === 'ended') return
    const message = parseBundleMessage(head)
    if (!message) return fail('MALFORMED', 'invalid message')
    const expected = handle(message, body)
    if (!expected) fail('MALFORMED', `unexpected "${message.t}" message`)
  }

  /** Returns false for an unsolicited message; the process is then ended. */
  function handle(message: BundleMessage, body: Buffer): boolean {
    switch (message.t) {
      case 'ready':
        if (state !== 'starting') return false
        state = 'ready'
        ready.resolve(message.declared)
        return true
      case 'pong':
        if (message.n !== pinged?.n) return false
        pinged.pong()
        pinged = undefined
        return true
      case 'log':
        return log(message, body)
      case 'response':
        return respond(message, body)
      default: {
        const caller = calls.get(message.id)
        if (!caller) return false
        return caller.within(() => answerRequest(message, body, caller, send))
      }
    }
  }

  function log(message: Extract<BundleMessage, { t: 'log' }>, body: Buffer): boolean {
    const bytes = message.message.length + JSON.stringify(message.fields).length + body.length
    if (logBudget.spend(bytes)) options.onLog(message, calls.get(message.id ?? 0)?.scope)
    else fail('FLOODED', 'log budget exceeded')
    return true
  }

  function respond(
    { id, outcome, status }: Extract<BundleMessage, { t: 'response' }>,
    body: Buffer,
  ): boolean {
    const caller = calls.get(id)
    if (!caller) return false
    calls.delete(id)
    answered++
    if (outcome === 'answered' && status !== undefined) caller.resolve({ status, body })
    else caller.reject(new Error(`the call was ${outcome} by the bundle`))
    return true
  }

  function call(request: BundleRequest, scope: CallScope): Promise<BundleResponse> {
    if (state === 'ended') return Promise.reject(new BundleFault('EXITED', 'the process has ended'))
    const id = ++lastId
    const { promise, resolve, reject } = Promise.withResolvers<BundleResponse>()
    calls.set(id, { scope, within: AsyncLocalStorage.snapshot(), resolve, reject, requests: 0 })
    logBudget.earn()
    const { body, ...head } = request
    send({ t: 'call', id, ...head, context: scope.context }, Buffer.from(body ?? ''))
    const cancel = () => {
      if (calls.has(id)) send({ t: 'cancel', id })
    }
    scope.signal.addEventListener('abort', cancel, { once: true })
    return promise.finally(() => scope.signal.removeEventListener('abort', cancel))
  }

  const declared = await ready.promise.finally(() => {
    clearTimeout(timer)
    clearInterval(startLimit)
  })
  return {
    pid: child.pid ?? 0,
    declared,
    answered: () => answered,
    inFlight: () => calls.size,
    call,
    ping: () =>
      new Promise((pong) => {
        const n = (pinged?.n ?? 0) + 1
        pinged = { n, pong }
        send({ t: 'ping', n })
      }),
    fail,
    end: () => stop(undefined),
    ended: ended.promise,
  }
}
