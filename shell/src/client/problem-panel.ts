import styles from './problem-panel.module.css'

/** Shows build problems of the dev server over the page. */
export function problemPanel(name: string) {
  const panel = document.createElement('div')
  panel.className = styles['panel'] ?? ''
  panel.setAttribute('role', 'alert')
  const title = panel.appendChild(document.createElement('p'))
  title.textContent = `The compilers report errors in ${name}. The page shows its last good build.`
  const close = panel.appendChild(document.createElement('button'))
  close.type = 'button'
  close.textContent = 'Hide'
  close.addEventListener('click', hide)
  const words = panel.appendChild(document.createElement('pre'))
  // A scrollable element must be focusable, or a keyboard cannot scroll it.
  words.tabIndex = 0

  function show(problem: string) {
    words.textContent = problem
    document.body.append(panel)
  }
  function hide() {
    panel.remove()
  }
  return { show, hide }
}
