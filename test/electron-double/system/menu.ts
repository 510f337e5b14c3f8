import { EventEmitter } from 'node:events'
import { app } from '#double/app/app'
import { note } from '#double/state'
import { BrowserWindow } from '#double/window/browser-window'

type ItemOptions = {
  id?: string
  label?: string
  role?: string
  type?: string
  accelerator?: string
  enabled?: boolean
  visible?: boolean
  checked?: boolean
  submenu?: Menu | readonly (MenuItem | ItemOptions)[]
  click?: (item: MenuItem, window: BrowserWindow | null, event: object) => void
}

/** Source: electron docs "MenuItem". Accelerators do not fire: a test clicks the item by its id. */
export class MenuItem {
  readonly id: string | undefined
  readonly label: string
  readonly role: string | undefined
  readonly type: string
  readonly accelerator: string | undefined
  readonly submenu: Menu | undefined
  enabled: boolean
  visible: boolean
  checked: boolean
  private readonly clicked: ItemOptions['click']

  constructor(options: ItemOptions) {
    this.id = options.id
    this.label = options.label ?? options.role ?? ''
    this.role = options.role
    this.type = options.type ?? (options.submenu ? 'submenu' : 'normal')
    this.accelerator = options.accelerator
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    const { submenu } = options
    this.submenu = submenu === undefined || submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu)
    this.clicked = options.click
  }

  click(): void {
    if (!this.enabled) return
    const window = BrowserWindow.getFocusedWindow()
    this.clicked?.(this, window, {})
    if (this.role === 'quit') app.quit()
    if (this.role === 'close') window?.close()
    if (this.role === 'reload') window?.reload()
  }
}

/** Source: electron docs "Menu". */
export class Menu extends EventEmitter {
  readonly items: MenuItem[] = []
  private static application: Menu | null = null

  static buildFromTemplate(template: readonly (MenuItem | ItemOptions)[]): Menu {
    if (!Array.isArray(template)) throw new TypeError('Invalid template for Menu: Menu template must be an array')
    const menu = new Menu()
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item))
    return menu
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.application = menu
  }
  static getApplicationMenu(): Menu | null {
    return Menu.application
  }
  append(item: MenuItem): void {
    this.items.push(item)
  }
  popup(): void {
    note('menu.popup')
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item
      const inside = item.submenu?.getMenuItemById(id)
      if (inside) return inside
    }
    return null
  }
}
