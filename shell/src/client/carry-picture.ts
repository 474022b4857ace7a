/** View transition name of the carried picture. The page that shows it large sets the same name by `transitionName`. */
const name = 'mall-picture'

/**
 * Names the picture of the followed link, so that the view transition moves it to the next page.
 * @returns the transition type for transition-mark.tsx; none without a picture or under reduced motion
 */
export function carryPicture(link: HTMLAnchorElement): string[] {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return []
  const picture = link.querySelector('img') ?? link.closest('article')?.querySelector('img')
  if (!picture) return []
  // Two elements with the same name would cancel the transition.
  for (const other of document.images) {
    if (other.style.viewTransitionName === name) other.style.viewTransitionName = 'none'
  }
  picture.style.viewTransitionName = name
  return ['picture']
}
