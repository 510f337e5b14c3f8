import { originOf, toApp } from '#double/session/scheme'

type Known = { url: string; parentId: string | undefined; name: string }

/** Source: electron docs "Class: WebFrameMain"; `origin` is `app://host` for a standard custom scheme. */
export type Frame = {
  readonly url: string
  readonly origin: string
  readonly name: string
  readonly frameToken: string
  readonly detached: boolean
  readonly parent: Frame | null
  readonly top: Frame | null
  readonly frames: readonly Frame[]
  isDestroyed(): boolean
}

/** The frame tree of one page, kept from Chromium's events. A frame's id in the protocol is its token here. */
export class Frames {
  private readonly known = new Map<string, Known>()
  private readonly mainId: string

  constructor(mainId: string) {
    this.mainId = mainId
  }

  attach(id: string, parentId: string): void {
    this.known.set(id, { url: '', parentId, name: '' })
  }
  navigate(id: string, frame: Known): void {
    this.known.set(id, frame)
  }
  detach(id: string): void {
    this.known.delete(id)
  }

  view(id: string): Frame {
    const { url, parentId, name } = this.known.get(id) ?? { url: '', parentId: undefined, name: '' }
    const shown = toApp(url)
    const parent = () => (parentId === undefined ? null : this.view(parentId))
    const top = () => this.view(this.mainId)
    const children = () => [...this.known].filter(([, x]) => x.parentId === id).map(([childId]) => this.view(childId))
    return {
      url: shown,
      origin: originOf(shown),
      name,
      frameToken: id,
      detached: !this.known.has(id),
      get parent() {
        return parent()
      },
      get top() {
        return top()
      },
      get frames() {
        return children()
      },
      isDestroyed: () => !this.known.has(id),
    }
  }
}
