import { type FieldProblem } from '#contract/problems'

export const problems = {
  required: 'Este dato hace falta.',
  invalid: 'Este dato no puede ser correcto.',
  'too-long': 'Es demasiado largo.',
  'too-short': 'Es demasiado corto.',
  'too-small': 'Es demasiado bajo.',
  'too-large': 'Es demasiado alto.',
  'too-many': 'Son demasiados.',
  'too-few': 'Hace falta por lo menos uno.',
  'unknown-field': 'Este dato no va aquí.',
  day: 'Escriba la fecha como MM/DD/AAAA: primero el mes.',
  time: 'Escriba la hora así: 9:30 AM.',
  money: 'Escriba la cantidad así: $1,250.00.',
  phone: 'Escriba diez dígitos, así: (310) 555-0100.',
  email: 'Escriba un correo así: ana@example.com.',
  npi: 'Un NPI tiene diez dígitos; revíselos otra vez.',
  ein: 'Un EIN tiene nueve dígitos, así: 12-3456789.',
  zone: 'Esta computadora no conoce esa zona horaria.',
  'location-code': 'De dos a cuatro letras mayúsculas, como SM.',
  icd10: 'Escriba un código de diagnóstico, como F33.2.',
  'postal-code': 'Escriba un código postal, como 90401.',
} satisfies Record<FieldProblem, string>
