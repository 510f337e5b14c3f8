import { ArrowLeft } from 'lucide-react'
import { Button, IconButton } from '#ui/button'
import { useDesk, useLocation } from '#ui/desk-context'
import { useFormats } from '#ui/formats'
import { LocationBadge, Tag } from '#ui/status-chip'
import { useWords } from '#ui/words'
import css from './css/patient.module.css'
import { calledName } from './called-name.ts'
import { shownName } from '#ui/shown-name'
import type { Page } from './use-standing.ts'

type Props = {
  page: Page
  /** What may be done; undefined is not shown. */
  onBook: (() => void) | undefined
  onSeries: (() => void) | undefined
  onCorrect: (() => void) | undefined
  onArchive: (() => void) | undefined
}

/** Who this is, and what can be done. */
export function PatientHeader({ page, onBook, onSeries, onCorrect, onArchive }: Props) {
  const desk = useDesk()
  const { patients, common } = useWords()
  const { day, phone } = useFormats()
  const home = useLocation(page.fields.homeLocationId)
  const called = calledName({ name: page.name, preferredName: page.fields.preferredName }, desk.isPrivate)
  const born = desk.isPrivate ? common.years(page.age) : common.dayAndAge(day(page.fields.birthDay), page.age)
  return (
    <header className={css['head']}>
      <IconButton icon={ArrowLeft} label={patients.backToList} keyHint="Escape" onClick={() => desk.goTo('patients')} />
      <div className={css['who']}>
        <div className={css['names']}>
          <h1 className={css['name']}>{shownName(page.name, desk.isPrivate)}</h1>
          {called === undefined ? null : <span className={css['called']}>({called})</span>}
          <LocationBadge code={page.homeLocationCode} {...(home === undefined ? {} : { name: home.name })} />
          {page.isArchived ? <Tag>{patients.archived}</Tag> : null}
        </div>
        <p className={css['facts']}>
          <span>{born}</span>
          <span>{page.recordNumber}</span>
          {desk.isPrivate || page.fields.phone === '' ? null : <span>{phone(page.fields.phone)}</span>}
          <span>{patients.languages[page.fields.language]}</span>
        </p>
      </div>
      <div className={css['actions']}>
        {onArchive === undefined ? null : (
          <Button variant="plain" onClick={onArchive}>
            {page.isArchived ? patients.restore : patients.archive}
          </Button>
        )}
        {onCorrect === undefined ? null : (
          <Button keyHint="E" onClick={onCorrect}>
            {patients.correct}
          </Button>
        )}
        {onSeries === undefined ? null : (
          <Button keyHint="S" onClick={onSeries}>
            {patients.bookSeries}
          </Button>
        )}
        {onBook === undefined ? null : (
          <Button variant="primary" keyHint="B" onClick={onBook}>
            {patients.book}
          </Button>
        )}
      </div>
    </header>
  )
}
