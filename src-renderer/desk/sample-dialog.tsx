import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useWords } from '#ui/words'
import css from './css/sign-in.module.css'
import { SamplePeople, type SamplePerson } from './sample-people.tsx'

/** Greets whoever looks around: who can sign in to the sample practice. */
export function SampleDialog(props: { isOpen: boolean; people: readonly SamplePerson[]; onClose: () => void }) {
  const { frame } = useWords()
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={frame.samplePeople} lead={frame.samplePeopleText}>
      <SamplePeople people={props.people} />
      <div className={css['row']}>
        <span />
        <Button variant="primary" autoFocus onClick={props.onClose}>
          {frame.closeSample}
        </Button>
      </div>
    </Dialog>
  )
}
