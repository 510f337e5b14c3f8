/** The seven conditions of a safe visit, in the order in which cards show them. */
export const readinessDots = ['consent', 'clearance', 'blood_pressure', 'fasting', 'escort', 'scale', 'paid'] as const

/** One condition that has to be met before an infusion starts. */
export type ReadinessDot = (typeof readinessDots)[number]
