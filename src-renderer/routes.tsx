import { createHashHistory, createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router'
import { type DeskParts } from '#ui/desk-context'
import { BillingScreen } from './billing/billing-screen.tsx'
import { CheckoutPart } from './billing/checkout-part.tsx'
import { MoneyPart } from './billing/money-part.tsx'
import { BrokenScreen } from './desk/broken-screen.tsx'
import { Gate } from './desk/gate.tsx'
import { PatientPage } from './patients/patient-page.tsx'
import { PatientsScreen } from './patients/patients-screen.tsx'
import { DayScreen } from './schedule/day-screen.tsx'
import { ListsScreen } from './schedule/lists/lists-screen.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import { EscortPart } from './treatment/escort-part.tsx'
import { InfusionPart } from './treatment/infusion-part.tsx'

const parts: DeskParts = {
  Infusion: InfusionPart,
  Escort: EscortPart,
  Checkout: CheckoutPart,
  Money: MoneyPart,
}

const root = createRootRoute({ component: Root })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/day' })
  },
})
const day = createRoute({ getParentRoute: () => root, path: '/day', component: DayScreen })
const patients = createRoute({ getParentRoute: () => root, path: '/patients', component: PatientsScreen })
const patient = createRoute({ getParentRoute: () => root, path: '/patients/$patientId', component: OnePatient })
// One screen with or without an invoice beside it: the list keeps its place and focus when one is opened.
const billing = createRoute({ getParentRoute: () => root, path: '/billing/{-$invoiceId}', component: Invoices })
const lists = createRoute({ getParentRoute: () => root, path: '/lists', component: ListsScreen })
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsScreen })

/** The screens by their address; in the hash, so that no shell has to know them. */
export function createDeskRouter() {
  return createRouter({
    routeTree: root.addChildren([start, day, patients, patient, lists, billing, settings]),
    history: createHashHistory(),
    defaultErrorComponent: ({ reset }) => <BrokenScreen onAgain={reset} />,
    defaultNotFoundComponent: () => <BrokenScreen onAgain={() => {}} />,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>
  }
}

function Root() {
  return (
    <Gate parts={parts}>
      <Outlet />
    </Gate>
  )
}

function OnePatient() {
  const { patientId } = patient.useParams()
  return <PatientPage key={patientId} patientId={patientId} />
}

function Invoices() {
  const { invoiceId } = billing.useParams()
  return <BillingScreen invoiceId={invoiceId} />
}
