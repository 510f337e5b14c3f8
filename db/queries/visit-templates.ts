import type { Reader, Writer } from '#db/open'
import type { AppointmentKind } from '#domain/appointment-status'
import type { ProtocolKind } from '#domain/plan'
import type { VisitTemplate } from '#domain/visit-blocks'

/** A practice's own division of a kind of visit, in minutes. */
export type TemplateRow = VisitTemplate & {
  id: string
  kind: AppointmentKind
  protocolKind: ProtocolKind | null
  name: string
  nameEs: string
}

/** The templates in use, in no order. */
export async function listTemplates(db: Reader | Writer): Promise<TemplateRow[]> {
  return db
    .selectFrom('visit_template')
    .select([
      'id',
      'kind',
      'protocol_kind as protocolKind',
      'name',
      'name_es as nameEs',
      'check_in_minutes as checkInMinutes',
      'iv_minutes as ivMinutes',
      'visit_minutes as visitMinutes',
      'recovery_minutes as recoveryMinutes',
      'turnover_minutes as turnoverMinutes',
    ])
    .where('archived_at', 'is', null)
    .execute()
}
