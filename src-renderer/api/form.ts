import { toNestErrors } from '@hookform/resolvers'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import {
  get,
  useForm,
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
  type Resolver,
  type UseFormReturn,
} from 'react-hook-form'
import { type z } from 'zod'
import { type Reply } from '#contract/define'
import { type Fault } from '#contract/faults'
import { problemOf } from '#contract/problems'
import { useApi } from './client.ts'

type FormSchema = z.ZodType<FieldValues, FieldValues>

/** A form of the desk: react-hook-form's own, and what sending it needs. */
export type DeskForm<S extends FormSchema> = UseFormReturn<z.input<S>, unknown, z.output<S>> & {
  /** For `<form onSubmit>` and for the primary key: checks, sends, and puts a refusal where it belongs. */
  send: (event?: FormEvent) => Promise<void>
  /** A refusal that belongs to no field; shown above the buttons. */
  notice: Fault | undefined
  isSending: boolean
  /** Something was typed and not saved. */
  isTouched: boolean
  /** Leaves the form: what was typed is forgotten. */
  discard: () => void
}

/**
 * A form over a schema of the contract. Every message of a field is a `FieldProblem` or a `FaultCode`, which the field
 * turns into words. With `draft`, what was typed outlives a lock. `within` is where the schema stands in the call's
 * input (`fields` of `patients.register`), so that a fault's path finds its field.
 */
export function useDeskForm<S extends FormSchema, T>(options: {
  schema: S
  defaults: DefaultValues<z.input<S>>
  draft?: string
  within?: string
  send: (values: z.output<S>) => Promise<Reply<T>>
  onDone?: (value: T, values: z.output<S>) => void
  /** Looks at a refusal first; true when it was dealt with (a duplicate to confirm, say). */
  onFault?: (fault: Fault) => boolean
}): DeskForm<S> {
  const { drafts } = useApi()
  const { schema, defaults, draft, within } = options
  const [notice, setNotice] = useState<Fault>()
  const [isSending, setSending] = useState(false)
  const sending = useRef(false)
  const resolver: Resolver<z.input<S>, unknown, z.output<S>> = (values, _context, opts) => {
    const checked = schema.safeParse(values, { reportInput: true })
    if (checked.success) return { values: checked.data, errors: {} }
    const flat: FieldErrors = {}
    for (const issue of checked.error.issues) {
      const path = issue.path.map(String).join('.') || 'root'
      flat[path] ??= { type: 'problem', message: wordFor(values, path, issue) }
    }
    return { values: {}, errors: toNestErrors(flat, opts) }
  }
  const form = useForm<z.input<S>, unknown, z.output<S>>({ defaultValues: defaults, resolver, mode: 'onTouched' })
  const { reset, subscribe } = form

  useEffect(() => {
    if (draft === undefined) return undefined
    const kept = drafts.find(draft)
    if (isValues<z.input<S>>(kept)) reset(kept, { keepDefaultValues: true })
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => drafts.keep(draft, structuredClone(values)),
    })
  }, [draft, drafts, reset, subscribe])

  const refuse = (fault: Fault) => {
    if (options.onFault?.(fault) === true) return
    const path = fieldOf(fault.path, within)
    if (path !== undefined && hasField(form.getValues(), path)) {
      const types = Object.fromEntries(Object.entries(fault.facts ?? {}).map(([name, fact]) => [name, String(fact)]))
      form.setError(path, { type: 'fault', message: types['problem'] ?? fault.code, types }, { shouldFocus: true })
      return
    }
    setNotice(fault)
  }

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (sending.current) return
    await form.handleSubmit(async (values) => {
      sending.current = true
      setSending(true)
      setNotice(undefined)
      const reply = await options.send(values)
      sending.current = false
      setSending(false)
      if (!reply.ok) {
        refuse(reply.fault)
        return
      }
      if (draft !== undefined) drafts.drop(draft)
      options.onDone?.(reply.value, values)
    })()
  }

  return {
    ...form,
    send,
    notice,
    isSending,
    isTouched: form.formState.isDirty,
    discard() {
      if (draft !== undefined) drafts.drop(draft)
    },
  }

  function hasField(values: unknown, path: FieldPath<z.input<S>>): boolean {
    return get(values, path, nowhere) !== nowhere
  }

  function fieldOf(path: string | undefined, room: string | undefined): FieldPath<z.input<S>> | undefined {
    if (path === undefined || path === '') return undefined
    const inside = room !== undefined && path.startsWith(`${room}.`) ? path.slice(room.length + 1) : path
    return isPath<z.input<S>>(inside) ? inside : undefined
  }
}

/** Whether something typed and not saved waits under this name: after an unlock the form opens by itself. */
export function useDraftWaits(draft: string): boolean {
  return useApi().drafts.find(draft) !== undefined
}

const nowhere = Symbol('nowhere')

function isPath<V extends FieldValues>(text: string): text is FieldPath<V> {
  return text !== ''
}

function isValues<V>(kept: unknown): kept is V {
  return typeof kept === 'object' && kept !== null
}

function wordFor(values: unknown, path: string, issue: z.core.$ZodIssue): string {
  const value: unknown = get(values, path)
  if (value === undefined || value === null || value === '') return 'required'
  return problemOf([issue]).problem
}
