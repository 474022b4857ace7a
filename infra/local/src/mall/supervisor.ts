import { setTimeout as sleep } from 'node:timers/promises'

import { type Part, lastLines } from '../child-process.ts'
import { noteRunning, noteStopped } from './orphans.ts'

type Running = { part?: Part }
type Slot = {
  stage: Stage
  expendable: boolean
  running: Running
  reopen: () => Promise<void>
  wantedDown: boolean
  /** Whether the part has ended and is not running again. */
  ended: boolean
  /** Times at which the part ended or failed to start within the window. */
  failedAt: number[]
}

/**
 * A part that ends is restarted; after this many failures within the window the supervisor reports a crash instead, unless the
 * part is expendable. Failures while an engine is down do not count, except the engine's own.
 */
const mostFailures = 5
const windowMs = 60_000
const firstPauseMs = 250
const longestPauseMs = 15_000

/** Stages stop in reverse order, the edge first. Each has this many ms to finish accepted requests. */
const stages = { engine: 2500, service: 4000, shell: 2000, edge: 1000 } as const
type Stage = keyof typeof stages

/** A part that is restarted may drain for longer: other parts go on, and so do its requests. */
const drainMs = 20_000

export type Crash = { name: string; message: string }

export type Supervisor = {
  /**
   * Starts a part. When it ends, `open` is called again with its first result, so that it keeps its address. Failures of an
   * expendable part are never reported as a crash.
   */
  open: <T extends Running>(
    name: string,
    stage: Stage,
    open: (before?: T) => Promise<T>,
    options?: { expendable?: boolean },
  ) => Promise<T>
  /** Sends SIGKILL; the part stays down until `restart`. */
  kill: (name: string) => Promise<void>
  /** Stops and starts a part. One that does not start is restarted like one that ends. @throws the reason of the first failure */
  restart: (name: string) => Promise<void>
  /** Returns the process id of a part; undefined when it has no process of this mall. */
  pid: (name: string) => number | undefined
  /** Resolves when a part keeps failing. */
  crashed: Promise<Crash>
  stop: () => Promise<void>
}

/** @param log receives a line for every part that ended and for every restarted one */
export function openSupervisor(stateDir: string, log: (line: string) => void = () => {}): Supervisor {
  const slots = new Map<string, Slot>()
  const { promise: crashed, resolve: crash } = Promise.withResolvers<Crash>()
  const closing = new AbortController()
  let stopping: Promise<void> | undefined

  const note = () =>
    noteRunning(
      stateDir,
      [...slots.values()].flatMap(({ running }) => running.part ?? []),
    )

  async function watch(name: string, slot: Slot): Promise<void> {
    const { part } = slot.running
    note()
    if (!part) return
    const how = await part.exited
    if (slot.running.part !== part) return
    slot.ended = true
    await recover(name, slot, `${name} ${how}`, part.logFile)
  }

  async function recover(name: string, slot: Slot, what: string, logFile: string): Promise<void> {
    if (isDown(slot)) return
    const failed = slot.running
    const now = Date.now()
    const excused = lacksEngine(slot)
    slot.failedAt = [...slot.failedAt.filter((at) => at > now - windowMs), ...(excused ? [] : [now])]
    const failures = slot.failedAt.length
    const most = slot.expendable ? '' : ` of ${mostFailures}`
    const often = excused ? 'while an engine is down' : `${failures}${most} within ${windowMs / 1000} s`
    if (failures >= mostFailures && !slot.expendable && !excused) {
      const message = `${what} (${often}). Last lines of ${logFile}:\n${lastLines(logFile)}`
      return crash({ name, message })
    }
    const pauseMs = Math.min(firstPauseMs * 2 ** Math.max(failures - 1, 0), longestPauseMs)
    log(`${what} (${often}); restarting in ${pauseMs} ms`)
    await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => {})
    // `restart` may have replaced it during the pause.
    if (isDown(slot) || slot.running !== failed) return
    try {
      await slot.reopen()
      log(`${name} is running again`)
    } catch (error) {
      await recover(name, slot, `${name} did not restart: ${messageOf(error)}`, logFile)
    }
  }

  /** Whether an engine is down: other parts cannot start without it, which is no failure of theirs. */
  const lacksEngine = ({ stage }: Slot): boolean =>
    stage !== 'engine' && [...slots.values()].some((it) => it.stage === 'engine' && it.ended)

  const isDown = (slot: Slot): boolean => slot.wantedDown || closing.signal.aborted

  function slotOf(name: string): Slot {
    const slot = slots.get(name)
    if (!slot) throw new Error(`The mall has no part "${name}"; it has ${[...slots.keys()].join(', ')}`)
    return slot
  }

  async function stopAll(): Promise<void> {
    closing.abort()
    for (const [stage, timeoutMs] of Object.entries(stages).toReversed()) {
      const members = [...slots.values()].flatMap((slot) => (slot.stage === stage && slot.running.part) || [])
      await Promise.all(members.map((part) => part.stop(timeoutMs)))
    }
    noteStopped(stateDir)
  }

  return {
    crashed,
    async open(name, stage, open, { expendable = false } = {}) {
      const running = await open()
      const slot: Slot = {
        stage,
        expendable,
        running,
        wantedDown: false,
        ended: false,
        failedAt: [],
        async reopen() {
          slot.running = await open(running)
          // `stop` was called meanwhile.
          if (stopping) return slot.running.part?.stop(stages[stage])
          slot.wantedDown = false
          slot.ended = false
          void watch(name, slot)
        },
      }
      slots.set(name, slot)
      void watch(name, slot)
      return running
    },
    async kill(name) {
      const slot = slotOf(name)
      slot.wantedDown = true
      await slot.running.part?.kill()
    },
    pid: (name) => slotOf(name).running.part?.pid,
    async restart(name) {
      const slot = slotOf(name)
      slot.wantedDown = true
      const { part } = slot.running
      await part?.stop(slot.stage === 'engine' ? stages.engine : drainMs)
      try {
        await slot.reopen()
      } catch (error) {
        slot.wantedDown = false
        void recover(name, slot, `${name} did not restart: ${messageOf(error)}`, part?.logFile ?? '')
        throw error
      }
    },
    stop: () => (stopping ??= stopAll()),
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
