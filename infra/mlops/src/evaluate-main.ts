import { evaluateRanking, judge } from './evaluate-ranking.ts'

// A job of the pipeline: one file is where the evaluation of this image goes, three are two evaluations and where the verdict goes.
const [file = '', baselineFile, verdictFile] = process.argv.slice(2)
if (baselineFile && verdictFile) judge(file, baselineFile, verdictFile)
else process.exitCode = await evaluateRanking(file)
