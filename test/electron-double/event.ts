export type Preventable = { defaultPrevented: boolean; preventDefault(): void }

/** An event object as Electron hands it to listeners (shell/common/gin_helper/event.h). */
export function happening<T extends object>(extra?: T): T & Preventable {
  const event: Preventable = {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
  return Object.assign(event, extra)
}
