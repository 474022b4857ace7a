import styles from './boundaries.module.css'

let layer: HTMLElement | undefined
let frame = 0

/** Draws or removes a labelled outline around every remote. */
export function toggleBoundaries(): void {
  if (layer) {
    cancelAnimationFrame(frame)
    layer.remove()
    layer = undefined
    return
  }
  layer = document.body.appendChild(document.createElement('div'))
  layer.className = styles['layer'] ?? ''
  layer.setAttribute('aria-hidden', 'true')
  redraw()
}

/** Redraws the outlines in every animation frame while they are shown. */
function redraw() {
  layer?.replaceChildren(
    ...[...document.querySelectorAll<HTMLElement>('mall-remote')].map(outline).filter(Boolean),
  )
  frame = requestAnimationFrame(redraw)
}

function outline(remote: HTMLElement): HTMLElement | '' {
  const range = document.createRange()
  range.selectNodeContents(remote)
  const { top, left, width, height } = range.getBoundingClientRect()
  if (width === 0 || height === 0) return ''
  const { remote: name = '', version = 'not live' } = remote.dataset
  const box = document.createElement('div')
  box.className = styles['box'] ?? ''
  box.style.cssText = `top:${top}px;left:${left}px;width:${width}px;height:${height}px;--team-hue:${hueOf(name)}`
  const label = box.appendChild(document.createElement('span'))
  label.textContent = `${name} ${version}`
  return box
}

/** Returns the team's colour, which is the same on every page. */
function hueOf(name: string): number {
  const team = name.split('/')[0] ?? ''
  return Array.from(team).reduce((hue, letter) => (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)
}
