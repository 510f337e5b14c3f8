/** Every role that a staff member can hold, in the order in which screens list them. */
export const roles = ['front_desk', 'nurse', 'provider', 'biller', 'manager'] as const

/** What a staff member may be at a location. */
export type Role = (typeof roles)[number]
