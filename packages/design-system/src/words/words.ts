/** The words of the components, by their place. */
export type Word =
  | 'amount.from'
  | 'amount.now'
  | 'amount.before'
  | 'chip.remove'
  | 'dialog.close'
  | 'errors.title'
  | 'field.optional'
  | 'navigation.breadcrumbs'
  | 'option.sold-out'
  | 'pagination.label'
  | 'pagination.next'
  | 'pagination.previous'
  | 'quantity.less'
  | 'quantity.more'
  | 'quantity.least'
  | 'quantity.most'
  | 'quantity.whole'
  | 'rating.value'
  | 'rating.average'
  | 'search.label'
  | 'search.submit'
  | 'search.suggestions'
  | 'search.suggestions.count'
  | 'steps.label'
  | 'timeline.label'
  | 'toast.dismiss'

type Values = Record<string, string | number>

/**
 * Returns a component's words in the page's language, or their English, in which `{name}` stands for a value. A component gives
 * its own English, so that a remote bundles no more words than it shows.
 */
export type Words = (word: Word, english: string, values?: Values) => string

/** Returns the words in English, as other hosts and the storybook show them. */
export const englishWords: Words = (_, english, values = {}) =>
  english.replaceAll(/\{(\w+)\}/g, (_match, name: string) => String(values[name] ?? ''))
