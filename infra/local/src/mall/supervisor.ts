import { type Part, lastLines } from '../child-process.ts'
import { noteRunning, noteStopped } from './orphans.ts'

type Running = { part?: Part }
type Slot = { stage: Stage; running: Running; reopen: () => Promise<void>; wantedDown: boolean }

/** Parts close from the front door inwards; each stage has time to finish what it has accepted. */
const stages = { engine: 2500, service: 4000, shell: 2000, edge: 1000 } as const
type Stage = keyof typeof stages

export type Crash = { name: string; message: string }

export type Supervisor = {
  /** Opens a part. After a crash on purpose it is opened again with what it was before, so that it keeps its address. */
  open: <T extends Running>(name: string, stage: Stage, open: (before?: T) => Promise<T>) => Promise<T>
  /** kill -9 on purpose: not a crash. */
  kill: (name: string) => Promise<void>
  restart: (name: string) => Promise<void>
  /** Resolves when a part ends that should not. */
  crashed: Promise<Crash>
  stop: () => Promise<void>
}

export function openSupervisor(stateDir: string): Supervisor {
  const slots = new Map<string, Slot>()
  const { promise: crashed, resolve: crash } = Promise.withResolvers<Crash>()
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
    if (slot.wantedDown || stopping || slot.running.part !== part) return
    crash({ name, message: `${name} ${how}. Last lines of ${part.logFile}:\n${lastLines(part.logFile)}` })
  }

  function slotOf(name: string): Slot {
    const slot = slots.get(name)
    if (!slot) throw new Error(`The mall has no part "${name}"; it has ${[...slots.keys()].join(', ')}`)
    return slot
  }

  async function stopAll(): Promise<void> {
    for (const [stage, timeoutMs] of Object.entries(stages).toReversed()) {
      const members = [...slots.values()].flatMap((slot) => (slot.stage === stage && slot.running.part) || [])
      await Promise.all(members.map((part) => part.stop(timeoutMs)))
    }
    noteStopped(stateDir)
  }

  return {
    crashed,
    async open(name, stage, open) {
      const running = await open()
      const slot: Slot = {
        stage,
        running,
        wantedDown: false,
        async reopen() {
          slot.running = await open(running)
          slot.wantedDown = false
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
    async restart(name) {
      const slot = slotOf(name)
      slot.wantedDown = true
      await slot.running.part?.stop(stages[slot.stage])
      await slot.reopen()
    },
    stop: () => (stopping ??= stopAll()),
  }
}
