/** What a patient is called about, in the order of the desk's lists. */
export const contactAbouts = ['confirmation', 'no_show', 'maintenance', 'waiting'] as const

/** What a call is about. */
export type ContactAbout = (typeof contactAbouts)[number]

/** What can come of a call, the wished for first. */
export const contactOutcomes = ['reached', 'left_message', 'no_answer', 'moved', 'cancelled', 'booked'] as const

/** What came of a call. */
export type ContactOutcome = (typeof contactOutcomes)[number]
