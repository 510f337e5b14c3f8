import { QueryClientProvider } from '@tanstack/react-query'
import { createElement, useEffect, type ReactNode } from 'react'
import { ApiContext, type Api } from './client.ts'

/** Gives every screen below the api, and listens to the engine while it is mounted. */
export function ApiProvider({ api, children }: { api: Api; children: ReactNode }) {
  useEffect(() => api.start(), [api])
  return createElement(
    ApiContext.Provider,
    { value: api },
    createElement(QueryClientProvider, { client: api.cache }, children),
  )
}
