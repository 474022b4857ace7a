import { english } from './english.ts'
import { german } from './german.ts'
import { holdout } from './holdout.ts'

export const judgedSets = [english, holdout, german]
