import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { useDesk } from '#ui/desk-context'
import { useWords } from '#ui/words'

/** A screen that failed: what was saved stays, the desk goes on. */
export function BrokenScreen({ onAgain }: { onAgain: () => void }) {
  const { frame } = useWords()
  const { goTo } = useDesk()
  return (
    <EmptyState
      title={frame.brokenTitle}
      text={frame.brokenText}
      action={
        <Button
          variant="primary"
          onClick={() => {
            onAgain()
            goTo('day')
          }}
        >
          {frame.brokenAgain}
        </Button>
      }
    />
  )
}
