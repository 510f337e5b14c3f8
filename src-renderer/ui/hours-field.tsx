import { addDays, day } from '#domain/dates'
import { Button } from './button.tsx'
import { CheckField } from './choice-field.tsx'
import css from './css/hours-field.module.css'
import { type FieldProps } from './field.tsx'
import { useFormats } from './formats.tsx'
import { TimeField } from './typed-field.tsx'
import { useRefusals, useWords } from './words.tsx'

/** Opening hours of one weekday; 0 is Sunday. */
export type WeekdayHours = { weekday: number; openMinute: number; closeMinute: number }

type HoursProps = FieldProps & {
  /** What is said of a day without hours, when that is not that the place is closed. */
  without?: string

  value: readonly WeekdayHours[]
  onChange: (hours: WeekdayHours[]) => void
}

const mondayFirst = [1, 2, 3, 4, 5, 6, 0] as const
const aSunday = day('2026-03-08')
// The schema refuses it, so that hours that cannot be read are not saved as the last that could.
const unreadable = Number.NaN
const nineToFive = { openMinute: 9 * 60, closeMinute: 17 * 60 }

/** The opening hours of a week: each day open from when to when, or closed. */
export function HoursField(props: HoursProps) {
  const { value, onChange } = props
  const { setup } = useWords()
  const formats = useFormats()
  const { ofField } = useRefusals()
  const change = (weekday: number, next: WeekdayHours | undefined) => {
    const others = value.filter((one) => one.weekday !== weekday)
    onChange([...others, ...(next === undefined ? [] : [next])].toSorted((one, two) => one.weekday - two.weekday))
  }
  const first = mondayFirst.map((weekday) => value.find((one) => one.weekday === weekday)).find((one) => one)
  const error = ofField(props.error)
  return (
    <fieldset className={css['week']}>
      <legend className={css['label']}>{props.label}</legend>
      {mondayFirst.map((weekday) => {
        const name = formats.weekday(addDays(aSunday, weekday), 'long')
        const hours = value.find((one) => one.weekday === weekday)
        const isWrong = hours !== undefined && hours.openMinute >= hours.closeMinute
        return (
          <div key={weekday} className={css['day']}>
            <CheckField
              label={name}
              value={hours !== undefined}
              isDisabled={props.isDisabled === true}
              onChange={(isOpen) => change(weekday, isOpen ? { weekday, ...nineToFive, ...timesOf(first) } : undefined)}
            />
            {hours === undefined ? (
              <span className={css['closed']}>{props.without ?? setup.closed}</span>
            ) : (
              <>
                <TimeField
                  label={setup.opens(name)}
                  hidesLabel
                  isDisabled={props.isDisabled === true}
                  value={hours.openMinute}
                  onChange={(minute) => change(weekday, { ...hours, openMinute: minute ?? unreadable })}
                />
                <TimeField
                  label={setup.closes(name)}
                  hidesLabel
                  isDisabled={props.isDisabled === true}
                  value={hours.closeMinute}
                  error={isWrong ? 'time' : undefined}
                  onChange={(minute) => change(weekday, { ...hours, closeMinute: minute ?? unreadable })}
                />
              </>
            )}
          </div>
        )
      })}
      {error === undefined ? null : <p className={css['error']}>{error}</p>}
      {first === undefined || props.isDisabled === true ? null : (
        <Button
          variant="plain"
          onClick={() => onChange(value.map(({ weekday }) => ({ weekday, ...nineToFive, ...timesOf(first) })))}
        >
          {setup.sameHours}
        </Button>
      )}
    </fieldset>
  )
}

function timesOf(hours: WeekdayHours | undefined) {
  return hours === undefined ? {} : { openMinute: hours.openMinute, closeMinute: hours.closeMinute }
}
