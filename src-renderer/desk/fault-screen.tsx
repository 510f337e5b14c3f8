import { type Fault } from '#contract/faults'
import { Button } from '#ui/button'
import { Notice } from '#ui/notice'
import { useRefusals, useWords } from '#ui/words'
import css from './css/sign-in.module.css'
import { Entrance } from './entrance.tsx'

/** The program cannot go on: what is the matter, and what to do. The file is left as it is. */
export function FaultScreen({ fault, onRetry }: { fault: Fault; onRetry: () => void }) {
  const { frame } = useWords()
  const { ofFault } = useRefusals()
  return (
    <Entrance>
      <div className={css['stack']}>
        <h1 className={css['title']}>{frame.faultTitle}</h1>
        <Notice tone="refused">{ofFault(fault)}</Notice>
        <div className={css['row']}>
          <span />
          <Button variant="primary" onClick={onRetry}>
            {frame.tryAgain}
          </Button>
        </div>
      </div>
    </Entrance>
  )
}
