import type { OutputOf } from '#api/hooks'
import { negate } from '#domain/money'
import { useFormats } from '#ui/formats'
import { useWords } from '#ui/words'

/** The page of a patient, as the engine answers. */
export type Page = OutputOf<'patients', 'page'>

/** Where a patient stands in a few words: the next appointment, the course under way, the money. */
export function useStanding() {
  const { patients } = useWords()
  const { weekdayAndDay, minute, money } = useFormats()
  return ({ next, course, balanceCents }: Pick<Page, 'next' | 'course' | 'balanceCents'>) => ({
    next: next === null ? patients.nextNone : `${weekdayAndDay(next.day)}, ${minute(next.startMinute)}`,
    course:
      course === null
        ? patients.courseNone
        : [
            patients.courseDone(course.done, course.of),
            ...(course.day === null ? [] : [patients.courseDay(course.day)]),
          ].join(' · '),
    balance:
      balanceCents === null
        ? undefined
        : balanceCents < 0
          ? { label: patients.credit, amount: money(negate(balanceCents)), note: patients.creditNote }
          : {
              label: patients.balance,
              amount: money(balanceCents),
              note: balanceCents === 0 ? patients.settled : patients.owed,
            },
  })
}
