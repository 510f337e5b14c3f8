import type { Role } from '#domain/roles'

/**
 * Who may do what: the one table that the engine's dispatch asks. Least privilege: the front desk and the biller never
 * hold a permission that reads clinical content; screens only hide what this table forbids.
 */
export const permissions = {
  'practice.see': ['front_desk', 'nurse', 'provider', 'biller', 'manager'],
  'practice.change': ['manager'],
  'staff.see': ['front_desk', 'nurse', 'provider', 'biller', 'manager'],
  'staff.manage': ['manager'],
  'prices.see': ['front_desk', 'biller', 'manager'],
  'prices.set': ['biller', 'manager'],
  'patients.see': ['front_desk', 'nurse', 'provider', 'biller', 'manager'],
  'patients.write': ['front_desk', 'nurse', 'provider', 'manager'],
  'patients.archive': ['front_desk', 'manager'],
  'plans.see': ['front_desk', 'nurse', 'provider', 'biller', 'manager'],
  'plans.see-clinical': ['nurse', 'provider'],
  'plans.write': ['nurse', 'provider'],
  'appointments.see': ['front_desk', 'nurse', 'provider', 'biller', 'manager'],
  'appointments.write': ['front_desk', 'nurse', 'provider', 'manager'],
  'schedule.manage': ['manager'],
  'appointments.override': ['provider', 'manager'],
  'readiness.consent': ['front_desk', 'nurse', 'provider', 'manager'],
  'readiness.clearance': ['provider'],
  'readiness.fasting': ['front_desk', 'nurse', 'provider'],
  'readiness.scale': ['front_desk', 'nurse', 'provider'],
  'infusions.see': ['nurse', 'provider'],
  'infusions.write': ['nurse', 'provider'],
  'infusions.decide': ['provider'],
  'escorts.see': ['front_desk', 'nurse', 'provider', 'manager'],
  'escorts.write': ['front_desk', 'nurse', 'provider', 'manager'],
  'invoices.see': ['front_desk', 'biller', 'manager'],
  'invoices.write': ['front_desk', 'biller', 'manager'],
  'payments.take': ['front_desk', 'biller', 'manager'],
  'upkeep.see': ['front_desk', 'nurse', 'provider', 'biller', 'manager'],
  'upkeep.run': ['manager'],
} as const satisfies Record<string, readonly Role[]>

/** The name of something a role may be allowed to do. */
export type Permission = keyof typeof permissions

/** What a call needs: a permission, only a sign-in, or nothing (the screens before sign-in). */
export type Need = Permission | 'signed-in' | 'nobody'

/** Whether somebody holding these roles may do it. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = permissions[permission]
  return roles.some((role) => allowed.includes(role))
}
