// Draws the panels of a dashboard and the alerts that fire, and again every 15 seconds.

const [choice, alerts, rows] = ['dashboard', 'alerts', 'rows'].map((id) => document.getElementById(id))
const width = 300
const height = 100
const shownSeconds = 15 * 60

const read = async (path) => (await fetch(path)).json()

/** Shows the dashboard that the address names, or the first. */
function follow() {
  const asked = location.hash.slice(1)
  choice.value = [...choice.options].some(({ value }) => value === asked) ? asked : choice.options[0].value
  return show()
}

async function show() {
  const uid = choice.value
  const answers = await Promise.all([read('/alerts.json'), read(`/dashboards/${uid}.json`)]).catch(() => {})
  // Another one was chosen meanwhile.
  if (uid !== choice.value) return
  if (!answers) {
    alerts.replaceChildren(element('p', ['Prometheus does not answer. This page tries again.']))
    return
  }
  const [firing, dashboard] = answers
  alerts.replaceChildren(
    firing.length > 0 ? element('ul', firing.map(alertItem)) : element('p', ['No alert fires.']),
  )
  rows.replaceChildren(
    ...dashboard.rows.flatMap(({ title, panels }) => {
      const grid = element('div', panels.map(panelOf))
      grid.className = 'panels'
      return [element('h2', [title]), grid]
    }),
  )
}

function alertItem({ name, state, severity, summary }) {
  return element('li', [element('b', [name]), ` ${state}, ${severity}: ${summary}`])
}

function panelOf({ title, unit, lines }) {
  const drawn = lines.filter(({ points }) => points.length > 0)
  const most = Math.max(0, ...drawn.flatMap(({ points }) => points.map(([, value]) => value)))
  if (drawn.length === 0) {
    const none = element('p', ['Nothing yet.'])
    none.className = 'none'
    return element('article', [element('h3', [title]), none])
  }
  const top = element('div', [`up to ${format(most, unit)}`])
  top.className = 'top'
  const list = element('div', [legend(drawn, unit)])
  list.className = 'scroll'
  list.tabIndex = 0
  list.setAttribute('aria-label', `Values of ${title}`)
  list.setAttribute('role', 'region')
  return element('article', [element('h3', [title]), top, chart(drawn, most), list])
}

function chart(lines, most) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg.setAttribute('preserveAspectRatio', 'none')
  svg.setAttribute('aria-hidden', 'true')
  const now = Date.now() / 1000
  for (const [n, { points }] of lines.entries()) {
    const line = document.createElementNS(svg.namespaceURI, 'polyline')
    const at = ([seconds, value]) =>
      `${(1 - (now - seconds) / shownSeconds) * width},${height - 2 - (most > 0 ? value / most : 0) * (height - 4)}`
    line.setAttribute('points', points.map(at).join(' '))
    line.setAttribute('stroke', colour(n))
    svg.append(line)
  }
  return svg
}

function legend(lines, unit) {
  return element(
    'table',
    lines.map(({ name, points }, n) => {
      const mark = document.createElement('i')
      mark.style.background = colour(n)
      const head = element('th', [mark, name])
      head.scope = 'row'
      return element('tr', [head, element('td', [format(points.at(-1)[1], unit)])])
    }),
  )
}

/** Hues far apart for neighbours in the list. */
const colour = (n) => `oklch(0.65 0.15 ${(n * 137.5 + 70) % 360})`

function format(value, unit) {
  const short = (number) => number.toLocaleString('en', { maximumSignificantDigits: 3 })
  if (unit === 'percentunit') return `${short(value * 100)} %`
  if (unit === 's') return value < 1 ? `${short(value * 1000)} ms` : `${short(value)} s`
  if (unit === 'bytes') return `${short(value / 1e6)} MB`
  return unit === 'short' ? short(value) : `${short(value)}/s`
}

function element(name, children) {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

for (const { uid, title } of await read('/dashboards.json')) choice.append(new Option(title, uid))
choice.addEventListener('change', () => {
  location.hash = choice.value
})
addEventListener('hashchange', () => void follow())
await follow()
setInterval(() => void show(), 15_000)
