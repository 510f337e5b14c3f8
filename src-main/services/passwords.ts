import type { passwordProblem } from '#domain/passwords'
import { Refusal } from './refusal.ts'

type Problem = NonNullable<ReturnType<typeof passwordProblem>>

const sentences: Record<Problem, string> = {
  'too-short': 'Use at least fifteen characters; a sentence of a few words is good.',
  'too-long': 'Use at most 200 characters.',
  'too-common': 'This password is on a list that attackers try first. Choose words of your own.',
  'contains-name': 'Leave out your own name and the name of the practice.',
}

/** The refusal of a password, by what is wrong with it. */
export function passwordRefusal(problem: Problem, path: string): Refusal {
  return new Refusal(`sign-in.password-${problem}`, sentences[problem], { path })
}
