import { blindEnglish } from './blind-english.ts'
import { blindGerman } from './blind-german.ts'
import { closingEnglish } from './closing-english.ts'
import { closingGerman } from './closing-german.ts'
import { english } from './english.ts'
import { freshEnglish } from './fresh-english.ts'
import { freshGerman } from './fresh-german.ts'
import { german } from './german.ts'
import { holdout } from './holdout.ts'
import { lastEnglish } from './last-english.ts'
import { lastGerman } from './last-german.ts'

export const judgedSets = [
  english,
  holdout,
  german,
  freshEnglish,
  freshGerman,
  blindEnglish,
  blindGerman,
  closingEnglish,
  closingGerman,
  lastEnglish,
  lastGerman,
]
