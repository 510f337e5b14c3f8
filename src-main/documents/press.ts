// The entry of the thread that prints. It parses the fonts once; worker/client.ts is the other end.
import type { Paper } from './papers.ts'
import { printPaper } from './print.ts'
import { loadFaces } from './worker/fonts.ts'
import { answerQuestions } from './worker/port.ts'

const faces = loadFaces()

answerQuestions((paper: Paper) => printPaper(paper, faces))
