import { QueryClient, type Query } from '@tanstack/react-query'
import { contract } from '#contract/house'
import { type Wire } from './wire.ts'

type Entry = { reads?: readonly string[]; touches?: readonly string[] }
const rooms: Readonly<Record<string, Readonly<Record<string, Entry>>>> = contract

/** The cache of answers, keyed by `[room, name, input]`. Nothing goes stale by itself: only announcements drop it. */
export function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        gcTime: 5 * 60_000,
      },
    },
  })
}

/** The topics a command touches. */
export function touchesOf(room: string, name: string): readonly string[] {
  return entryOf(room, name)?.touches ?? []
}

const waiting = new WeakMap<QueryClient, Set<string>>()

/**
 * Drops the answers that read one of the topics. Announcements within one frame are gathered, so a burst of two hundred
 * asks every question once. `*` is a lock, a sign-in or a sign-out: every answer is forgotten.
 */
export function touch(cache: QueryClient, topics: readonly string[]): void {
  if (topics.length === 0) return
  const gathered = waiting.get(cache)
  if (gathered !== undefined) {
    for (const topic of topics) gathered.add(topic)
    return
  }
  const fresh = new Set(topics)
  waiting.set(cache, fresh)
  setTimeout(() => {
    waiting.delete(cache)
    void drop(cache, fresh)
  }, 16)
}

async function drop(cache: QueryClient, topics: ReadonlySet<string>): Promise<void> {
  if (topics.has('*')) {
    await forget(cache)
    return
  }
  await cache.invalidateQueries({ predicate: (query) => readsOf(query).some((topic) => topics.has(topic)) })
}

/** Forgets every answer. Which screen to show is asked first, so that the old screen is gone before it could ask again. */
export async function forget(cache: QueryClient): Promise<void> {
  await cache.invalidateQueries({ predicate: isSignInState })
  cache.removeQueries({ predicate: (query) => !isSignInState(query) && !query.isActive() })
  await cache.resetQueries({ predicate: (query) => !isSignInState(query) })
}

/** Listens to the engine until the returned function is called. */
export function follow(cache: QueryClient, wire: Wire): () => void {
  return wire.onTouched(
    (topics) => touch(cache, topics),
    () => void cache.invalidateQueries(),
  )
}

function isSignInState(query: Query): boolean {
  return query.queryKey[0] === 'signIn' && query.queryKey[1] === 'state'
}

function readsOf(query: Query): readonly string[] {
  return entryOf(String(query.queryKey[0]), String(query.queryKey[1]))?.reads ?? []
}

function entryOf(room: string, name: string): Entry | undefined {
  return rooms[room]?.[name]
}
