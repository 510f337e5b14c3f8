import { contextBridge, ipcRenderer } from 'electron'

// Two functions and nothing else: no Electron object and no event crosses to the page.
contextBridge.exposeInMainWorld('desk', {
  call: (room: string, name: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('call', room, name, input),
  onTouched: (heard: (topics: readonly string[]) => void): (() => void) => {
    const listener = (_event: unknown, topics: readonly string[]) => heard(topics)
    ipcRenderer.on('touched', listener)
    return () => {
      ipcRenderer.off('touched', listener)
    }
  },
})
