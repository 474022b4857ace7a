'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import { useWords } from '../words/words-provider.tsx'
import type { Suggestion, SuggestionGroup, SuggestionList } from './suggestion-list.tsx'
import styles from './search-field.module.css'

export type SearchFieldProps = {
  action?: string
  name?: string
  /** The text of the field. Another one replaces it, unless something is being typed. */
  defaultValue?: string
  maxLength?: number
  label?: string
  placeholder?: string
  groups?: readonly SuggestionGroup[]
  /** Called on every change of the text; the caller debounces and fetches. */
  onQueryChange?: (query: string) => void
  /** Called with the field's text when it is focused. */
  onFocus?: (query: string) => void
  /** Navigates to a suggestion or to the results without a document load. */
  onNavigate?: (href: string) => void
  className?: string
}

/**
 * The mall's search: a plain GET form with suggestions (ARIA combobox with a listbox popup). The shell focuses it on
 * the key `/`. The popup's code loads when the field is focused; a failed import is caught here, because thrown from a
 * render, as by `lazy`, it would replace the field by an error.
 */
export function SearchField(props: SearchFieldProps) {
  const w = useWords()
  const {
    action = '/search',
    name = 'q',
    label = w('search.label', 'Search the mall'),
    placeholder = label,
    groups = [],
    defaultValue = '',
  } = props
  const [open, setOpen] = useState(false)
  const [activeId, setActiveId] = useState<string>()
  const [code, setCode] = useState<{ List: typeof SuggestionList }>()
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const given = useRef(defaultValue)
  const isTyped = useRef(false)
  useEffect(() => {
    const field = input.current
    if (!field || given.current === defaultValue) return
    given.current = defaultValue
    if (!isTyped.current || field !== document.activeElement) field.value = defaultValue
  }, [defaultValue])

  const items = groups.flatMap((group) => group.items)
  const shown = open && items.length > 0 && code !== undefined
  // By id: other suggestions may arrive while one is chosen.
  const active = items.findIndex((item) => item.id === activeId)
  const openPopup = () => {
    setOpen(true)
    if (!code)
      import(/* webpackChunkName: "suggestions" */ './suggestion-list.tsx').then(
        (loaded) => setCode({ List: loaded.SuggestionList }),
        reportError,
      )
  }
  const go = (href: string) => {
    setOpen(false)
    setActiveId(undefined)
    isTyped.current = false
    input.current?.blur()
    if (props.onNavigate) props.onNavigate(href)
    else window.location.assign(href)
  }
  const choose = ({ href, act }: Suggestion) => {
    if (href !== undefined) return go(href)
    act?.()
    setActiveId(undefined)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && shown) {
      event.preventDefault()
      setOpen(false)
      setActiveId(undefined)
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && items.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActiveId(items[nextIndex(active, event.key === 'ArrowDown' ? 1 : -1, items.length)]?.id)
    } else if (event.key === 'Enter') {
      const chosen = shown ? items[active] : undefined
      if (!chosen) return
      event.preventDefault()
      choose(chosen)
    }
  }

  return (
    <search className={classes(styles.search, props.className)}>
      <form
        action={action}
        className={styles.form}
        onSubmit={(event) => {
          if (!props.onNavigate) return
          event.preventDefault()
          const query = input.current?.value.trim() ?? ''
          if (query) go(`${action}?${name}=${encodeURIComponent(query)}`)
        }}
      >
        <Icon path={icons.search} size={20} className={styles.glass} />
        <input
          ref={input}
          className={styles.input}
          type="search"
          name={name}
          defaultValue={defaultValue}
          maxLength={props.maxLength}
          placeholder={placeholder}
          aria-label={label}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="search"
          role="combobox"
          aria-keyshortcuts="/"
          aria-expanded={shown}
          aria-controls={code && `${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          onChange={(event) => {
            openPopup()
            setActiveId(undefined)
            isTyped.current = true
            props.onQueryChange?.(event.currentTarget.value)
          }}
          onFocus={(event) => {
            openPopup()
            props.onFocus?.(event.currentTarget.value)
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
        <kbd className={styles.key} aria-hidden="true">
          /
        </kbd>
        <button type="submit" className={styles.submit}>
          <Icon path={icons.arrowRight} size={18} />
          <span className={styles.hidden}>{w('search.submit', 'Search')}</span>
        </button>
      </form>
      {code ? <code.List id={id} open={shown} groups={groups} active={active} onChoose={choose} /> : null}
      <output className={styles.hidden}>
        {shown ? w('search.suggestions.count', '{count} suggestions', { count: items.length }) : ''}
      </output>
    </search>
  )
}

function nextIndex(at: number, by: number, length: number): number {
  return at < 0 && by < 0 ? length - 1 : (at + by + length) % length
}
