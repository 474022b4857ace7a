import { evaluateRanking } from './evaluate-ranking.ts'

const [file, baselineFile, verdictFile] = process.argv.slice(2)
process.exitCode = await evaluateRanking(file, baselineFile, verdictFile)
