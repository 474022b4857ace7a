import type { Shell } from './shell.ts'

/** Shows the running step to a person: label, progress and time. */
export interface Progress {
  /** Runs `work` under a label; `how` reports its progress, as a bar when called with numbers. */
  step<T>(label: string, work: (how: How) => Promise<T>): Promise<T>
}

type How = (done: number, of: number) => void

const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'
const barWidth = 24
const everyMs = 80

/**
 * Opens a progress display: an animated line on a terminal, removed when the work is done; elsewhere one plain line per
 * step.
 */
export function openProgress({ screen, err }: Pick<Shell, 'screen' | 'err'>): Progress {
  return {
    async step(label, work) {
      const began = performance.now()
      let far: { done: number; of: number } | undefined
      let frame = 0
      const draw = () => {
        const mark = frames[frame++ % frames.length]
        const text = `${mark} ${label} ${far ? `${bar(far)} ` : ''}${seconds(began)}`
        screen?.write(`\r\u001b[2K${text.slice(0, (screen.columns || 80) - 1)}`)
      }
      if (screen) draw()
      else err(`${label} …`)
      const timer = screen && setInterval(draw, everyMs)
      try {
        return await work((done, of) => void (far = { done, of }))
      } finally {
        clearInterval(timer)
        screen?.write('\r\u001b[2K')
      }
    },
  }
}

function bar({ done, of }: { done: number; of: number }): string {
  const full = Math.round((done / Math.max(of, 1)) * barWidth)
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${done}/${of}`
}

const seconds = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`
