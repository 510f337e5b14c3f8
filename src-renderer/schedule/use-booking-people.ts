import { useEffect, useMemo, useState } from 'react'
import type { contract } from '#contract/house'
import { useDraftWaits, type DeskForm } from '#api/form'
import { useLook, type OutputOf } from '#api/hooks'
import { usePeople } from './people.ts'

/** The form of one booking. */
export type BookingForm = DeskForm<typeof contract.appointments.book.input>

/** A free time with its room and people. */
export type Opening = OutputOf<'openings', 'next'>[number]

/** Who can be chosen for a booking. What nobody chose by hand follows the patient's plan and the clinic. */
export function useBookingPeople(form: BookingForm) {
  const { setValue, watch } = form
  const kind = watch('kind')
  const patientId = watch('patientId')
  const locationId = watch('slot.locationId')
  const isKept = useDraftWaits('booking')
  const [byHand, setByHand] = useState({ minutes: isKept, provider: isKept, nurse: isKept })
  const planId = watch('planId') ?? null
  const usual = useLook(['appointments', 'usualMinutes'], { kind, patientId, planId }, { enabled: patientId !== '' })
  const usualPlan = usual.value?.planId
  useEffect(() => {
    // While the answer is awaited the choice stays.
    if (usualPlan !== undefined && usualPlan !== planId) setValue('planId', usualPlan)
  }, [planId, setValue, usualPlan])
  const here = useMemo(() => [{ id: locationId }], [locationId])
  const providers = usePeople('provider', here)
  const nurses = usePeople('nurse', here)

  const minutes = usual.value?.minutes
  useEffect(() => {
    if (minutes !== undefined && !byHand.minutes) setValue('slot.minutes', minutes)
  }, [byHand.minutes, minutes, setValue])

  const providerId = watch('slot.providerId')
  const planned = usual.value?.providerId
  const holds = providers.some((one) => one.value === providerId)
  const provider =
    byHand.provider && holds ? providerId : (providers.find((one) => one.value === planned) ?? providers[0])?.value
  useEffect(() => {
    if (provider !== undefined && provider !== providerId) setValue('slot.providerId', provider)
  }, [provider, providerId, setValue])

  const nurseId = watch('slot.nurseId')
  const isNurseHere = nurseId === null || nurses.some((one) => one.value === nurseId)
  const nurse = kind !== 'infusion' ? null : byHand.nurse && isNurseHere ? nurseId : (nurses[0]?.value ?? null)
  useEffect(() => {
    if (nurse !== nurseId) setValue('slot.nurseId', nurse)
  }, [nurse, nurseId, setValue])

  return {
    providers,
    nurses,
    /** Between which plans has to be chosen; none when there is no choice. */
    plans: usual.value === undefined || usual.value.plans.length < 2 ? [] : usual.value.plans,
    chose: (what: keyof typeof byHand, isByHand = true) => setByHand({ ...byHand, [what]: isByHand }),
    /** Fills in a free time as it is, people included. */
    take(slot: Opening) {
      setByHand({ minutes: true, provider: true, nurse: true })
      setValue('slot', slot, { shouldDirty: true })
      form.clearErrors()
    },
  }
}

/** Who can be chosen for a booking, and what choosing does. */
export type BookingPeople = ReturnType<typeof useBookingPeople>
