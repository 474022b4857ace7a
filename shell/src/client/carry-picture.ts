/** The one picture that goes along from page to page. A page that shows it large names it so, as `transitionName`. */
const name = 'mall-picture'

/**
 * Lets the picture of the card whose link is followed become the picture of the page behind it.
 * @returns the transition that transition-mark.tsx lets start, none where there is nothing to carry or motion is not wanted
 */
export function carryPicture(link: HTMLAnchorElement): string[] {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return []
  const picture = link.querySelector('img') ?? link.closest('article')?.querySelector('img')
  if (!picture) return []
  // A name may be on one element only.
  for (const other of document.images) {
    if (other.style.viewTransitionName === name) other.style.viewTransitionName = 'none'
  }
  picture.style.viewTransitionName = name
  return ['picture']
}
