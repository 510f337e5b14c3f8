// The two calendars beside which ours is measured, as far as the measuring page uses them.
declare module 'react-big-calendar' {
  import type { ComponentType } from 'react'
  type Event = { id: string; title: string; start: Date; end: Date; resourceId: string }
  type Props = {
    localizer: unknown
    events: readonly Event[]
    resources: readonly { id: string; title: string }[]
    resourceIdAccessor: string
    resourceTitleAccessor: string
    defaultView: 'day'
    views: readonly 'day'[]
    defaultDate: Date
    min: Date
    max: Date
    step: number
  }
  export const Calendar: ComponentType<Props>
  export function dayjsLocalizer(dayjs: unknown): unknown
}

declare module '*.css'
