import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type z } from 'zod'
import { type Reply } from '#contract/define'
import { type Fault } from '#contract/faults'
import { type Contract } from '#contract/house'
import { useApi } from './client.ts'

/** A room of the contract. */
export type Room = keyof Contract

type OfKind<R extends Room, K> = {
  [M in keyof Contract[R]]: Contract[R][M] extends { kind: K } ? M : never
}[keyof Contract[R]] &
  string

/** The name of a question of a room. */
export type Question<R extends Room> = OfKind<R, 'query'>

/** The name of a deed of a room. */
export type Deed<R extends Room> = OfKind<R, 'command'>

/** What a call is given. */
export type InputOf<R extends Room, M extends keyof Contract[R]> = Contract[R][M] extends {
  input: infer I extends z.ZodType
}
  ? z.input<I>
  : never

/** What a call answers with. */
export type OutputOf<R extends Room, M extends keyof Contract[R]> = Contract[R][M] extends {
  output: infer O extends z.ZodType
}
  ? z.output<O>
  : never

/** An answer on a screen: nothing yet, the value, or the fault that the screen shows. */
export type Look<T> = {
  value: T | undefined
  fault: Fault | undefined
  isLoading: boolean
  /** The value answers an earlier input; the answer to the present one is on its way. */
  isEarlier: boolean
}

/**
 * Looks at something and follows it: when a topic that the question reads is touched, the answer is asked for anew.
 * `keepLast` shows the previous answer while the next input is asked (search as you type).
 */
export function useLook<R extends Room, M extends Question<R>>(
  entry: readonly [R, M],
  input: InputOf<R, M>,
  options: { enabled?: boolean; keepLast?: boolean } = {},
): Look<OutputOf<R, M>> {
  const { call } = useApi()
  const [room, name] = entry
  const result = useQuery({
    queryKey: [room, name, input],
    queryFn: () => call<OutputOf<R, M>>(room, name, input),
    enabled: options.enabled ?? true,
    ...(options.keepLast === true ? { placeholderData: keepPreviousData } : {}),
  })
  const reply = result.data
  return {
    value: reply?.ok === true ? reply.value : undefined,
    fault: reply?.ok === false ? reply.fault : undefined,
    isLoading: result.isLoading,
    isEarlier: result.isPlaceholderData,
  }
}

/** A deed on a screen. */
export type Doing<I, O> = {
  /** Does it and answers with the reply. The same input while it is under way is the same deed: a double click is one. */
  run: (input: I) => Promise<Reply<O>>
  isRunning: boolean
}

/** A deed of the contract, ready to be done. */
export function useDo<R extends Room, M extends Deed<R>>(entry: readonly [R, M]): Doing<InputOf<R, M>, OutputOf<R, M>> {
  const { call } = useApi()
  const [room, name] = entry
  const underWay = useRef(new Map<string, Promise<Reply<OutputOf<R, M>>>>())
  const isHere = useRef(true)
  const [isRunning, setRunning] = useState(false)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  const run = useCallback(
    (input: InputOf<R, M>) => {
      const key = JSON.stringify(input)
      const already = underWay.current.get(key)
      if (already !== undefined) return already
      const doing = call<OutputOf<R, M>>(room, name, input).finally(() => {
        underWay.current.delete(key)
        if (isHere.current) setRunning(underWay.current.size > 0)
      })
      underWay.current.set(key, doing)
      setRunning(true)
      return doing
    },
    [call, room, name],
  )
  return { run, isRunning }
}
