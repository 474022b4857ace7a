'use client'
import { Icon } from '../brand/icon.tsx'
import * as icons from '../brand/icons.ts'
import { classes } from '../classes.ts'
import { Anchor } from './anchor.tsx'
import { useWords } from '../words/words-provider.tsx'
import styles from './steps.module.css'

export type Step = {
  label: string
  /** Set on steps to which the shopper may go back. */ href?: string | undefined
}

export type StepsProps = {
  steps: readonly Step[]
  /** Index of the current step. */ current: number
  label?: string
}

/** Progress through a few pages, with links back. */
export function Steps({ steps, current, label }: StepsProps) {
  const w = useWords()
  return (
    <nav aria-label={label ?? w('steps.label', 'Progress')}>
      <ol className={styles.steps}>
        {steps.map((step, index) => {
          const done = index < current
          const content = (
            <>
              <span className={styles.mark}>{done ? <Icon path={icons.check} size={14} /> : index + 1}</span>
              <span className={styles.label}>{step.label}</span>
            </>
          )
          return (
            <li
              key={step.label}
              className={classes(styles.step, done && styles.done, index === current && styles.current)}
              aria-current={index === current ? 'step' : undefined}
            >
              {done && step.href ? (
                <Anchor href={step.href} className={styles.inner}>
                  {content}
                </Anchor>
              ) : (
                <span className={styles.inner}>{content}</span>
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
