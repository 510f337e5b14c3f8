import { UserPlus } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useApi } from '#api/client'
import { useDraftWaits } from '#api/form'
import { useLook } from '#api/hooks'
import { Button } from '#ui/button'
import { CheckField } from '#ui/choice-field'
import { useDesk } from '#ui/desk-context'
import { EmptyState } from '#ui/empty-state'
import { useKeys } from '#ui/keys'
import { FaultNotice, useNotices } from '#ui/notice'
import { TextField } from '#ui/text-field'
import { useWords } from '#ui/words'
import css from './css/patients.module.css'
import { RegisterDialog } from './form/register-dialog.tsx'
import { registerDraft } from './form/typed-patient.ts'
import { FoundTable } from './found-table.tsx'
import { PatientPreview } from './patient-preview.tsx'

/** Under this name the search is kept like an unfinished form: each person's own, forgotten at the sign-out. */
const searchDraft = 'patients.search'
/** Everybody who is shown when nothing is typed, and when something is. */
const limits = { all: 500, typed: 100 }

/** Finds patients as something is typed; Enter opens the best match, Space previews, N registers. */
export function PatientsScreen() {
  const desk = useDesk()
  const { drafts, client } = useApi()
  const { patients } = useWords()
  const { refuse } = useNotices()
  const screen = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(() => keptText(drafts.find(searchDraft)))
  const [withArchived, setWithArchived] = useState(false)
  const [selectedId, setSelectedId] = useState<string>()
  const [isRegistering, setRegistering] = useState(useDraftWaits(registerDraft))
  const text = typed.trim().slice(0, 120)
  const isTyped = text !== ''
  const limit = isTyped ? limits.typed : limits.all
  const search = useLook(['patients', 'search'], { text, limit, withArchived }, { keepLast: true })
  const mayWrite = desk.may('patients.write')
  const found = search.value?.patients ?? []
  const total = search.value?.total ?? 0

  useKeys([
    { keys: '/', label: patients.search, run: () => field.current?.select(), notInPalette: true },
    { keys: 'N', label: patients.register, run: () => setRegistering(true), isOff: !mayWrite },
    // From inside the search field too, where a letter is only a letter.
    {
      keys: 'Ctrl+Enter',
      label: patients.register,
      run: () => setRegistering(true),
      isOff: !mayWrite,
      notInPalette: true,
    },
  ])
  // What was searched last stays, and the next word typed takes its place.
  useEffect(() => field.current?.select(), [])

  const look = (value: string) => {
    setTyped(value)
    drafts.keep(searchDraft, value)
  }
  // Asked anew: the list may still show the answer to what was typed before.
  const openBest = async () => {
    if (!isTyped) return
    const reply = await client.patients.search({ text, limit: 1, withArchived })
    if (!reply.ok) refuse(reply.fault)
    else if (reply.value.patients[0] !== undefined) desk.openPatient(reply.value.patients[0].id)
  }
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      screen.current?.querySelector<HTMLElement>('tbody [tabindex="0"]')?.focus()
    } else if (event.key === 'Escape') {
      if (typed === '') field.current?.blur()
      else look('')
    }
  }

  return (
    <div ref={screen} className={css['screen']}>
      <h1 className="visually-hidden">{patients.title}</h1>
      <div className={css['tools']}>
        <form
          role="search"
          className={css['search']}
          onKeyDown={keyed}
          onSubmit={(event) => {
            event.preventDefault()
            void openBest()
          }}
        >
          <TextField
            label={patients.search}
            hidesLabel
            type="search"
            placeholder={patients.searchPlaceholder}
            value={typed}
            onChange={look}
            inputRef={field}
            maxLength={120}
            autoFocus
          />
        </form>
        <span className={css['count']} aria-live="polite">
          {found.length < total ? patients.firstOf(found.length, total) : patients.count(total)}
        </span>
        <span className={css['spring']} />
        <CheckField label={patients.showArchived} value={withArchived} onChange={setWithArchived} />
        {mayWrite ? (
          <Button variant="primary" icon={UserPlus} keyHint="Ctrl+Enter" onClick={() => setRegistering(true)}>
            {patients.register}
          </Button>
        ) : null}
      </div>
      <FaultNotice fault={search.fault} />
      {search.value === undefined ? null : (
        <FoundTable
          found={found}
          isRanked={isTyped}
          selectedId={selectedId ?? (isTyped ? found[0]?.id : undefined)}
          onSelect={(patient) => setSelectedId(patient.id)}
          empty={
            <EmptyState
              title={isTyped ? patients.nobodyTitle(text) : patients.emptyTitle}
              text={isTyped ? patients.nobodyText : patients.emptyText}
              action={
                mayWrite ? (
                  <Button icon={UserPlus} keyHint="Ctrl+Enter" onClick={() => setRegistering(true)}>
                    {isTyped ? patients.registerThis(text) : patients.register}
                  </Button>
                ) : null
              }
            />
          }
        />
      )}
      {selectedId === undefined ? null : (
        <PatientPreview key={selectedId} patientId={selectedId} onClose={() => setSelectedId(undefined)} />
      )}
      {isRegistering ? (
        <RegisterDialog typed={found.length === 0 ? text : ''} onClose={() => setRegistering(false)} />
      ) : null}
    </div>
  )
}

function keptText(kept: unknown): string {
  return typeof kept === 'string' ? kept : ''
}
