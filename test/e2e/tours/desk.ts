import { expect } from '../pages/matchers.ts'
import type { Stop } from './guide.ts'

/** Somebody of the sample practice with an active plan of which nothing is booked yet. */
const withPlan = 'Volkov'

/** Somebody who has come for weeks. */
const wellKnown = 'Beauchamp'

const dayStops: readonly Stop[] = [
  { name: 'day', go: (at) => at.day() },
  {
    name: 'day-by-provider',
    async go(at) {
      await at.press(at.words.schedule.views.provider, at.main)
      await expect(at.card(at.words.statuses.booked)).toBeVisible()
    },
  },
  {
    name: 'week',
    async go(at) {
      await at.press(at.words.schedule.views.week, at.main)
      await expect(
        at.page.getByRole('region', { name: at.words.schedule.week }).getByRole('listitem').nth(9),
      ).toBeVisible()
    },
  },
  {
    name: 'day-cancelled',
    async go(at) {
      await at.press(at.words.schedule.views.room, at.main)
      await at.main.getByRole('checkbox').check()
    },
  },
  {
    name: 'day-privacy',
    async go(at) {
      await at.press(at.words.frame.private)
      await expect(at.page.getByRole('button', { name: at.words.frame.notPrivate })).toBeVisible()
    },
  },
  {
    name: 'one-clinic',
    async go(at) {
      await at.press(at.words.frame.notPrivate)
      await at.page.getByRole('group', { name: at.words.frame.location }).getByRole('button').first().click()
    },
  },
  {
    name: 'day-picker',
    async go(at) {
      await at.page.getByRole('group', { name: at.words.frame.location }).getByRole('button').last().click()
      await at.page.getByRole('group', { name: at.words.frame.dayInView }).getByRole('button').first().click()
      await expect(at.page.getByRole('textbox', { name: at.words.frame.pickDay })).toBeVisible()
    },
  },
  { name: 'appointment-booked', go: (at) => at.openCard(at.words.statuses.booked, true) },
  { name: 'escort-missing', go: (at) => at.press(at.words.treatment.escortSave, at.inspector) },
  {
    name: 'moving-the-series',
    async go(at) {
      await at.press(at.words.schedule.moveSeries, at.inspector)
      await at.press(at.words.schedule.moveVerbs.all, at.dialog)
      await at.dialog.getByRole('textbox', { name: at.words.schedule.start }).fill('4 pm')
      await expect(at.dialog.getByRole('row').nth(2)).toBeVisible()
      await expect(at.dialog.getByRole('button', { name: at.words.schedule.moveSeriesSave })).toBeEnabled()
    },
  },
  {
    name: 'cancelling',
    async go(at) {
      await at.press(at.words.common.back, at.dialog)
      await at.press(at.words.schedule.cancel, at.inspector)
    },
  },
  {
    name: 'cancelling-without-reason',
    go: (at) => at.press(at.words.schedule.cancelConfirm, at.dialog),
  },
  {
    name: 'no-show',
    async go(at) {
      await at.press(at.words.common.back, at.dialog)
      await at.press(at.words.schedule.noShow, at.inspector)
    },
  },
  {
    name: 'placing',
    async go(at) {
      await at.press(at.words.common.back, at.dialog)
      await at.press(at.words.schedule.move, at.inspector)
    },
  },
  { name: 'appointment-completed', go: (at) => at.openCard(at.words.statuses.completed) },
  { name: 'appointment-infusing', go: (at) => at.openCard(at.words.statuses.infusing) },
  {
    name: 'readiness-marked',
    async go(at) {
      const { mark, takeBack, dots } = at.words.schedule
      await at.press(`${mark} ${dots.consent}`, at.inspector)
      await expect(at.inspector.getByRole('button', { name: `${takeBack} ${dots.consent}` })).toBeVisible()
    },
  },
  {
    name: 'vitals',
    async go(at) {
      await at.press(at.words.treatment.addReading, at.inspector)
      const form = at.inspector.getByRole('form', { name: at.words.treatment.addReading })
      await form.getByRole('textbox').first().fill('500')
      await form.getByRole('textbox').first().press('Enter')
      await expect(form.getByText(at.words.problems.required).first()).toBeVisible()
    },
  },
  {
    name: 'adverse-event',
    async go(at) {
      await at.press(at.words.treatment.addEvent, at.inspector)
      await at.inspector.getByRole('combobox', { name: at.words.treatment.what }).click()
      await expect(at.page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'booking',
    async go(at) {
      await at.page.keyboard.press('Escape')
      await at.day()
      await at.press(at.words.schedule.book, at.main)
      await at.dialog.getByRole('combobox', { name: at.words.schedule.patient }).fill('an')
      await expect(at.page.getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'booking-refused',
    async go(at) {
      await at.dialog.getByRole('combobox', { name: at.words.schedule.patient }).fill('')
      await at.page.keyboard.press('Escape')
      if ((await at.page.getByRole('dialog').count()) === 0) await at.press(at.words.schedule.book, at.main)
      await at.press(at.words.schedule.book, at.dialog)
      await expect(at.dialog.getByRole('combobox', { name: at.words.schedule.patient })).toHaveAttribute(
        'aria-invalid',
        'true',
      )
    },
  },
]

const openingStops: readonly Stop[] = [
  {
    name: 'booking-openings',
    async go(at) {
      await at.day()
      await at.press(at.words.schedule.book, at.main)
      const patient = at.dialog.getByRole('combobox', { name: at.words.schedule.patient })
      await patient.fill(withPlan)
      await at.page.getByRole('option').first().click()
      await at.press(at.words.schedule.openings, at.dialog)
      await expect(at.dialog.getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'booking-taken',
    async go(at) {
      await at.dialog.getByRole('combobox', { name: at.words.schedule.place }).click()
      await at.page.getByRole('option', { name: 'SM · Chair 2' }).click()
      await at.dialog.getByRole('textbox', { name: at.words.schedule.start }).fill('11:45a')
      await at.press(at.words.schedule.book, at.dialog)
      const offers = at.dialog.getByRole('region', { name: at.words.schedule.offers })
      await expect(offers.getByRole('listitem')).toHaveCount(3)
      await at.press(at.words.schedule.bookAnyway, offers)
      await expect(offers.getByText(at.words.problems.required)).toBeVisible()
    },
  },
]

const patientStops: readonly Stop[] = [
  { name: 'patients', go: (at) => at.patients() },
  {
    name: 'patient-preview',
    async go(at) {
      await at.rows(at.words.patients.results).nth(2).click()
      await expect(at.inspector.getByRole('heading', { level: 2 })).toBeVisible()
    },
  },
  {
    name: 'patients-none',
    async go(at) {
      await at.patients()
      await at.page.getByRole('searchbox', { name: at.words.patients.search }).fill('qqqqqq')
      await expect(at.main.getByText(at.words.patients.nobodyText)).toBeVisible()
    },
  },
  {
    name: 'registering',
    async go(at) {
      await at.page.getByRole('searchbox', { name: at.words.patients.search }).fill('')
      await at.press(at.words.patients.register, at.main)
      await at.press(at.words.patients.register, at.dialog)
      await expect(at.dialog.getByText(at.words.problems.required).first()).toBeVisible()
    },
  },
]

const recordStops: readonly Stop[] = [
  {
    name: 'patient-visited',
    async go(at) {
      await at.openPatient(wellKnown)
      await expect(at.main.getByRole('row').nth(2)).toBeVisible()
    },
  },
  {
    name: 'patient-invoiced',
    async go(at) {
      await at.tab(at.words.patients.money)
      await expect(at.main.getByRole('row').nth(1)).toBeVisible()
    },
  },
  { name: 'patient', go: (at) => at.openPatient(withPlan) },
  { name: 'patient-visits', go: (at) => at.tab(at.words.patients.visits) },
  {
    name: 'patient-plans',
    async go(at) {
      await at.tab(at.words.patients.plans)
      await expect(at.main.getByRole('button', { name: at.words.patients.plan.change })).toBeVisible()
    },
  },
  { name: 'patient-details', go: (at) => at.tab(at.words.patients.details) },
  { name: 'patient-money', go: (at) => at.tab(at.words.patients.money) },
  { name: 'alert', go: (at) => at.press(at.words.patients.addAlert, at.main) },
  {
    name: 'correcting',
    async go(at) {
      await at.page.keyboard.press('Escape')
      await at.press(at.words.patients.correct, at.main)
    },
  },
  {
    name: 'archiving',
    async go(at) {
      await at.page.keyboard.press('Escape')
      await at.press(at.words.patients.archive, at.main)
    },
  },
  {
    name: 'plan-starting',
    async go(at) {
      await at.page.keyboard.press('Escape')
      await at.tab(at.words.patients.plans)
      await at.press(at.words.patients.plan.start, at.main)
      await at.press(at.words.patients.plan.start, at.dialog)
      await expect(at.dialog.getByText(at.words.problems.required).first()).toBeVisible()
    },
  },
  {
    name: 'leaving',
    async go(at) {
      await at.dialog.getByRole('textbox', { name: at.words.patients.plan.indication }).fill('x')
      await at.page.keyboard.press('Escape')
      await expect(at.page.getByRole('dialog', { name: at.words.common.leaveTitle })).toBeVisible()
    },
  },
  {
    name: 'plan-changing',
    async go(at) {
      await at.press(at.words.common.leaveConfirm, at.dialog)
      await at.press(at.words.patients.plan.change, at.main)
      const dose = at.dialog.getByRole('textbox', { name: at.words.patients.plan.dosePerKg })
      await dose.fill('1.50')
      await expect(at.dialog.getByText(at.words.patients.plan.warnings['dose-high'])).toBeVisible()
    },
  },
  {
    name: 'series',
    async go(at) {
      await at.page.keyboard.press('Escape')
      await at.press(at.words.common.leaveConfirm, at.dialog)
      await at.press(at.words.patients.bookSeries, at.main)
      await expect(at.dialog.getByRole('row').nth(1)).toBeVisible()
    },
  },
]

const listStops: readonly Stop[] = [
  {
    name: 'calls',
    async go(at) {
      await at.screen(at.words.frame.lists)
      await expect(at.main.getByRole('row').nth(1)).toBeVisible()
    },
  },
  {
    name: 'rides',
    async go(at) {
      await at.tab(at.words.lists.rides)
      await expect(at.main.getByRole('row').nth(1)).toBeVisible()
    },
  },
  { name: 'waiting-list', go: (at) => at.tab(at.words.lists.waiting) },
  {
    name: 'waiting-adding',
    async go(at) {
      await at.press(at.words.lists.add, at.main)
      await at.press(at.words.common.save, at.dialog)
      await expect(at.dialog.getByText(at.words.problems.required).first()).toBeVisible()
    },
  },
  {
    name: 'boosters',
    async go(at) {
      await at.screen(at.words.frame.lists)
      await at.tab(at.words.lists.boosters)
      await expect(at.main.getByRole('row').nth(1)).toBeVisible()
    },
  },
  { name: 'missed', go: (at) => at.tab(at.words.lists.missed) },
]

/** The day, the patients and the lists of the sample practice, in an order in which each stop leads to the next. */
export const deskTour: readonly Stop[] = [...dayStops, ...openingStops, ...patientStops, ...recordStops, ...listStops]
