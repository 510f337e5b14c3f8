/** What a command can touch and a query can read; an announcement of a topic drops every cached answer that reads it. */
export const topics = [
  'sign-in',
  'practice',
  'staff',
  'prices',
  'patients',
  'plans',
  'appointments',
  'resources',
  'calls',
  'waiting',
  'infusions',
  'invoices',
  'ledger',
  'upkeep',
] as const

/** One of the plural nouns that commands touch and queries read. */
export type Topic = (typeof topics)[number]
