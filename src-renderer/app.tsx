import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { type Api } from '#api/client'
import { ApiProvider } from '#api/provider'
import { UiProvider } from '#ui/ui-provider'
import { createDeskRouter } from './routes.tsx'

/** Everything in a window, over the api it is given. */
export function App({ api }: { api: Api }) {
  const [router] = useState(createDeskRouter)
  return (
    <ApiProvider api={api}>
      <UiProvider>
        <RouterProvider router={router} />
      </UiProvider>
    </ApiProvider>
  )
}
