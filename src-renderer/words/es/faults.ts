import { type FaultCode, type FaultFacts } from '#contract/faults'
import { statuses } from './statuses.ts'

type Say = (facts: FaultFacts) => string

export const faults = {
  internal: (f) =>
    f['cause'] === 'unreachable'
      ? 'Infusion Desk no responde. No se guardó nada. Revise que siga abierto en esta computadora.'
      : `Algo salió mal. No se guardó nada.${f['number'] === undefined ? '' : ` (${f['number']})`}`,
  'call.unknown': () => 'Esta ventana es más antigua que el programa. Ciérrela y vuelva a abrirla.',
  'call.bad-input': () => 'Algún dato no puede ser correcto. No se guardó nada.',
  'call.not-allowed': () => 'Su puesto no permite hacer esto. Pídaselo a la gerencia.',
  'call.signed-out': () => 'Nadie ha iniciado sesión. Inicie sesión e intente otra vez.',
  'call.locked': () => 'La pantalla está bloqueada. Desbloquéela e intente otra vez.',
  'call.vault-closed': () => 'El archivo está cerrado. Inicie sesión con una contraseña para abrirlo.',
  'call.too-large': () => 'Es demasiado grande para enviarse. No se guardó nada.',
  'call.not-json': () => 'No se pudo leer este mensaje. No se guardó nada.',
  'file.newer': () =>
    'Este archivo lo escribió una versión más nueva de Infusion Desk. No se cambió nada. Instale la versión más nueva en esta computadora.',
  'file.in-use': () =>
    'El archivo de datos no se puede leer ahora: quizá lo usa otro programa. Intente de nuevo en un momento.',
  'file.damaged': () =>
    'El archivo está dañado y se dejó como está. No se cambió nada. Restaure el último respaldo verificado.',
  'file.not-ours': () => 'El archivo de esta carpeta no es de Infusion Desk. No se cambió nada.',
  'file.key-missing': () => 'Falta el archivo de llaves junto a la base de datos. Recupere key.json de un respaldo.',
  'file.key-damaged': () => 'El archivo de llaves está dañado. Recupere key.json de un respaldo.',
  'file.crypto-unsound': () => 'Esta copia del programa no cifra como debe. Instálela de nuevo en esta computadora.',
  'file.key-newer': () =>
    'El archivo de llaves lo escribió una versión más nueva. Instale esa versión en esta computadora.',
  'file.second-start': () => 'Infusion Desk ya está abierto en esta computadora con esta carpeta. Use esa ventana.',
  'file.network-folder': () =>
    'La carpeta de datos está en la red o se sincroniza con la nube, donde una base de datos puede dañarse. Elija una carpeta de esta computadora.',
  'file.read-only': () => 'No se puede escribir en la carpeta de datos. No se cambió nada. Revise sus permisos.',
  'file.full': () => 'El disco está lleno. No se guardó nada. Libere espacio e intente otra vez.',
  'setup.already-done': () => 'El consultorio ya está configurado. Inicie sesión.',
  'setup.recovery-code-wrong': () => 'Ese no es el código de recuperación. Compárelo letra por letra con lo que anotó.',
  'sign-in.wrong': () => 'El nombre y la contraseña no coinciden.',
  'sign-in.wait': (f) => `Demasiados intentos. Espere ${f['seconds'] ?? 'unos'} segundos.`,
  'sign-in.pin-off': () => 'El PIN está desactivado. Use la contraseña.',
  'sign-in.pin-wrong': () => 'Ese no es el PIN.',
  'sign-in.pin-weak': () => 'No sirven seis dígitos fáciles de adivinar, como 123456 o un dígito repetido.',
  'sign-in.password-too-short': () => 'Por lo menos 15 caracteres: tres o cuatro palabras son fáciles de recordar.',
  'sign-in.password-too-long': () => 'Máximo 200 caracteres.',
  'sign-in.password-too-common': () => 'Esta contraseña está entre las primeras que se prueban. Elija otra.',
  'sign-in.password-contains-name': () => 'La contraseña no debe contener su nombre ni el del consultorio.',
  'record.not-found': () => 'Este registro no existe.',
  'record.archived': () => 'Este registro está archivado. Restáurelo primero.',
  'record.changed': (f) =>
    `${f['name'] ?? 'Alguien'} cambió esto mientras tanto. Lo que escribió sigue aquí; abra el registro otra vez para ver el cambio.`,
  'practice.location-code-taken': (f) =>
    `Otra clínica ya usa el código${f['code'] === undefined ? '' : ` ${f['code']}`}.`,
  'practice.room-name-taken': (f) => `En esta clínica ya hay una sala ${f['name'] ?? 'con ese nombre'}.`,
  'practice.room-has-bookings': (f) => `Esta sala tiene ${f['count'] ?? 'algunas'} citas pendientes. Muévalas primero.`,
  'staff.name-taken': () => 'Alguien ya inicia sesión con ese nombre.',
  'staff.last-manager': () => 'Es la única persona de gerencia. Primero dé ese puesto a alguien más.',
  'patient.duplicate': (f) =>
    `Tal vez ya conocemos a esta persona${f['name'] === undefined ? '' : `: ${f['name']}`}. Compare antes de registrar.`,
  'patient.has-bookings': (f) => `Todavía hay ${f['count'] ?? 'algunas'} citas pendientes. Cancélelas primero.`,
  'patient.born-in-future': () => 'Esta fecha de nacimiento está en el futuro.',
  'plan.has-active-plan': () => 'Ya hay un plan activo. Deténgalo o termínelo primero.',
  'plan.not-active': () => 'Este plan ya no está activo.',
  'plan.fewer-than-done': (f) => `Ya se hicieron ${f['done'] ?? 'más'} infusiones; el plan no puede tener menos.`,
  'appointment.clash': (f) => clash(f),
  'appointment.closed': (f) => `${f['location'] ?? 'La clínica'} está cerrada ese día.`,
  'appointment.closed-day': (f) => `${f['location'] ?? 'La clínica'} está cerrada ese día: ${f['reason'] ?? ''}.`,
  'appointment.away': (f) => `${f['name'] ?? 'Esta persona'} no está en ${f['location'] ?? 'la clínica'} a esa hora.`,
  'appointment.changed': (f) => `Alguien cambió esta cita mientras tanto${stands(f)}. Revísela otra vez.`,
  'appointment.no-such-time': () => 'Esa hora no existe esa noche: los relojes se adelantan.',
  'appointment.override-not-allowed': () => 'Un médico o un gerente tiene que permitirlo.',
  'readiness.not-yours': () => 'Lo tiene que confirmar alguien de otro puesto.',
  'readiness.not-yet': () => 'El ayuno se pregunta el día de la visita.',
  'appointment.outside-hours': (f) =>
    f['open'] === undefined || f['close'] === undefined
      ? 'Está fuera del horario de atención.'
      : `Está fuera del horario de atención, de ${f['open']} a ${f['close']}.`,
  'appointment.in-past': () => 'Esa hora ya pasó.',
  'appointment.wrong-room': () => 'Esta sala no es de esa clínica, o está archivada.',
  'appointment.wrong-person': () => 'Esta persona no trabaja ahí en ese puesto.',
  'appointment.which-plan': () => 'Este paciente tiene varios planes. Elija a cuál pertenece la infusión.',
  'appointment.cannot-become': () => 'La cita no está en ese paso. Revise su estado.',
  'appointment.has-infusion': () => 'En esta cita ya empezó una infusión; no se puede mover ni cancelar.',
  'appointment.no-plan': () => 'Una infusión requiere un plan de tratamiento activo. Lo inicia un médico.',
  'resources.hours-order': () => 'Este horario termina antes de empezar.',
  'resources.hours-overlap': () => 'Este horario se cruza con otro del mismo día.',
  'calendar.nothing': () => 'No hay ninguna cita que anotar.',
  'series.nothing-left': () =>
    'Todas las infusiones de este plan están reservadas o hechas. Un médico agrega más primero.',
  'series.fewer-left': ({ left = 0 }) =>
    Number(left) === 1 ? 'Solo falta 1 infusión por reservar.' : `Solo faltan ${left} infusiones por reservar.`,
  'prices.of-protocol': () => 'Este servicio es para las infusiones de un protocolo.',
  'infusion.not-arrived': () => 'Primero registre la llegada del paciente.',
  'infusion.wrong-stage': () => 'La infusión no está en ese paso.',
  'infusion.no-weight': () => 'Falta el peso de hoy.',
  'infusion.dose-out-of-range': () => 'La dosis está fuera de lo usual. Revísela y confirme que así debe ser.',
  'infusion.provider-only': () => 'Un médico tiene que confirmar una dosis fuera de lo usual.',
  'infusion.no-escort': () => 'No hay acompañante registrado. Anote quién lleva al paciente a casa.',
  'infusion.escort-not-here': () => 'El acompañante no ha llegado.',
  'infusion.no-reading': () => 'Faltan signos vitales.',
  'infusion.reading-not-fit': () => 'Los últimos signos vitales todavía no lo permiten. Mida otra vez.',
  'infusion.too-early': (f) =>
    f['minutes'] === undefined
      ? 'El tiempo de recuperación no ha terminado.'
      : `El tiempo de recuperación no ha terminado: faltan ${f['minutes']} minutos.`,
  'infusion.not-orientated': () => 'El paciente debe estar orientado y caminar con firmeza.',
  'infusion.time-order': () => 'Estas horas no están en orden.',
  'infusion.time-in-future': () => 'Esta hora está en el futuro.',
  'infusion.impossible-vitals': () => 'Estos signos vitales no pueden ser correctos. Mida o escríbalos otra vez.',
  'invoice.no-lines': () => 'Una factura necesita por lo menos un renglón.',
  'invoice.not-a-draft': () => 'Esta factura ya se emitió y no se puede cambiar.',
  'invoice.discarded': () => 'Alguien descartó este borrador. Facture la visita otra vez para empezar uno nuevo.',
  'invoice.nothing-to-bill': () => 'En esta visita todavía no hay nada que facturar.',
  'invoice.no-price': () => 'No hay precio para esto en esta clínica. Póngalo en Ajustes.',
  'payment.over-balance': (f) =>
    f['balance'] === undefined ? 'Es más de lo que se debe.' : `Es más que los ${f['balance']} que se deben.`,
  'payment.too-little-cash': () => 'Es menos efectivo que la cantidad.',
  'payment.settled': () => 'Esta factura ya está pagada.',
  'payment.click-reused': () => 'Este pago ya se tomó, para otra cosa. Revise los pagos y empiece de nuevo.',
} satisfies Record<FaultCode, Say>

/** How an appointment stands now: its day, time, room and status. */
function stands({ on, at, place, status }: FaultFacts): string {
  if (on === undefined || at === undefined || place === undefined) return ''
  const words: Readonly<Record<string, string>> = statuses
  return `: ahora ${on}, ${at}, ${place}, ${words[String(status)] ?? ''}`
}

function clash(f: FaultFacts): string {
  const when = f['from'] === undefined || f['to'] === undefined ? 'a esa hora' : `de ${f['from']} a ${f['to']}`
  const by = f['with'] === undefined ? '' : ` (${f['with']})`
  return `Ya hay una cita ${when} para ${subjectOf(f)}${by}.`
}

function subjectOf(f: FaultFacts): string | number {
  if (f['name'] !== undefined) return f['name']
  switch (f['what']) {
    case 'room':
      return 'la sala'
    case 'provider':
      return 'el médico'
    case 'nurse':
      return 'la persona de enfermería'
    case 'patient':
      return 'el paciente'
    case undefined:
    default:
      return 'este lugar'
  }
}
