import { classes } from '../classes.ts'
import { Cell } from '../cells/cell.tsx'
import { Picture } from '../cells/picture.tsx'
import type { SuggestionGroup } from './search-field.tsx'
import styles from './search-field.module.css'

type SuggestionListProps = {
  id: string
  open: boolean
  groups: readonly SuggestionGroup[]
  active: number
  onChoose: (href: string) => void
}

/** The popup of the search: options in groups, chosen by pointer here and by keyboard in the input. */
export function SuggestionList({ id, open, groups, active, onChoose }: SuggestionListProps) {
  let index = -1
  return (
    <div className={styles.popup} id={`${id}-list`} role="listbox" aria-label="Suggestions" hidden={!open}>
      {groups.map((group) =>
        group.items.length === 0 ? null : (
          <div key={group.label} role="group" aria-label={group.label}>
            <div className={styles.groupLabel} aria-hidden="true">
              {group.label}
            </div>
            {group.items.map((item) => {
              index += 1
              return (
                <a
                  key={item.id}
                  id={`${id}-${index}`}
                  className={classes(styles.option, index === active && styles.active)}
                  role="option"
                  aria-selected={index === active}
                  tabIndex={-1}
                  href={item.href}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return
                    event.preventDefault()
                    onChoose(item.href)
                  }}
                >
                  <Cell hue={item.hue} className={styles.thumb}>
                    {item.picture ? (
                      <Picture path={item.picture.path} alt="" widths={item.picture.widths} sizes="48px" />
                    ) : null}
                  </Cell>
                  <span className={styles.words}>
                    <span className={styles.optionLabel}>{item.label}</span>
                    {item.detail ? <span className={styles.detail}>{item.detail}</span> : null}
                  </span>
                  {item.aside ? <span className={styles.aside}>{item.aside}</span> : null}
                </a>
              )
            })}
          </div>
        ),
      )}
    </div>
  )
}
