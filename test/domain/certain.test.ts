import { describe, expect, test } from 'vitest'
import { assertNever, present } from '#domain/certain'
import { roles } from '#domain/roles'

describe('what has to be there', () => {
  test('is handed on, also when it is zero, empty or false', () => {
    expect([present(0, 'count'), present('', 'name'), present(false, 'flag')]).toEqual([0, '', false])
  })

  test.each([undefined, null])('%s stops with the reason', (nothing) => {
    expect(() => present(nothing, 'an order has lines')).toThrow('an order has lines')
  })
})

test('a case that slipped through stops', () => {
  const close: (value: never) => never = assertNever
  expect(() => Reflect.apply(close, undefined, ['surprise'])).toThrow('surprise')
})

test('the roles of the clinic', () => {
  expect(roles).toEqual(['front_desk', 'nurse', 'provider', 'biller', 'manager'])
})
