import type { Reader, Writer } from '#db/open'
import { listTemplates } from '#db/queries/visit-templates'
import type { AppointmentKind } from '#domain/appointment-status'
import type { ProtocolKind } from '#domain/plan'
import { usualTemplates } from '#domain/visit-blocks'
import type { Blocks, VisitTemplate } from '#domain/visit-blocks'

/** How the practice divides a visit of this kind; an infusion without a plan is taken for one for mood. */
export async function templateFor(
  db: Reader | Writer,
  kind: AppointmentKind,
  protocolKind: ProtocolKind = 'mood',
): Promise<VisitTemplate> {
  const own = (await listTemplates(db)).find(
    (one) => one.kind === kind && (kind !== 'infusion' || one.protocolKind === protocolKind),
  )
  return own ?? usualTemplates[kind === 'infusion' ? protocolKind : kind]
}

/**
 * The blocks of a visit of these minutes. One that is shorter than the template's own blocks has none: it needs
 * everybody for its whole time.
 */
export function blocksWithin(template: VisitTemplate, minutes: number): Blocks | undefined {
  const { checkInMinutes, ivMinutes, recoveryMinutes, turnoverMinutes } = template
  const around = checkInMinutes + ivMinutes + recoveryMinutes + turnoverMinutes
  return around === 0 || around >= minutes ? undefined : { checkInMinutes, ivMinutes, recoveryMinutes, turnoverMinutes }
}

/** The blocks of a booking as columns hold them. */
export function blocksColumns(blocks: Blocks | undefined) {
  return {
    check_in_minutes: blocks?.checkInMinutes ?? null,
    iv_minutes: blocks?.ivMinutes ?? null,
    recovery_minutes: blocks?.recoveryMinutes ?? null,
    turnover_minutes: blocks?.turnoverMinutes ?? null,
  }
}
