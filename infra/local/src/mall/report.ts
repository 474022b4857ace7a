/** Reports the progress of a start. */
export type Report = {
  /** Runs work under a label; the work reports its progress by `how`. Short work prints no line. */
  step<T>(label: string, work: (how: (far: string) => void) => Promise<T>): Promise<T>
  /** Prints a line. */
  note(text: string): void
}

export const silent: Report = { step: (_, work) => work(() => {}), note: () => {} }

type Running = { label: string; far: string; began: number }

/** Reports on the terminal: a line for each finished step, and a live line for the running ones. */
export function terminalReport(out: NodeJS.WriteStream = process.stdout): Report {
  const running = new Set<Running>()
  let timer: NodeJS.Timeout | undefined
  let said = ''

  const clear = () => void (out.isTTY && out.write('\r\u001b[2K'))
  const status = () =>
    [...running]
      .map(({ label, far, began }) => `${label}${far && `: ${far}`} (${seconds(began)})`)
      .join(' · ')
  function follow(): void {
    if (out.isTTY) {
      clear()
      out.write(status().slice(0, Math.max(20, out.columns - 1)))
    } else if (said !== (said = [...running].map(({ label, far }) => label + far).join())) {
      out.write(`  … ${status()}\n`)
    }
  }

  return {
    note(text) {
      clear()
      out.write(`    ${text}\n`)
    },
    async step(label, work) {
      const step: Running = { label, far: '', began: performance.now() }
      running.add(step)
      timer ??= setInterval(follow, out.isTTY ? 150 : 5000)
      try {
        const result = await work((far) => void (step.far = far))
        clear()
        out.write(`  ${label} ${seconds(step.began)}\n`)
        return result
      } finally {
        running.delete(step)
        if (running.size === 0) {
          clearInterval(timer)
          timer = undefined
          clear()
        }
      }
    },
  }
}

const seconds = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`
