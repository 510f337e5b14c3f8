import { expect, type Locator, type Page } from '@playwright/test'

type Place = Page | Locator

/** Two hands on the keyboard, and no mouse: everything is reached with Tab or by its key. */
export class Hands {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /** Moves the focus with Tab until it is there; within one round of the page. */
  async reach(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(target).toBeVisible()
    const passed: string[] = []
    for (let steps = 0; steps < 90; steps += 1) {
      if (await hasFocus(target)) return
      await this.press(key)
      passed.push(await this.focusName())
    }
    throw new Error(`${String(target)} is not reached with ${key}; passed: ${passed.join(' · ')}`)
  }

  /** Types into the field with this label, in place of what stands there. */
  async fill(label: string, text: string, within: Place = this.page): Promise<void> {
    await this.reach(within.getByRole('textbox', { name: label, exact: true }))
    await this.press('ControlOrMeta+a')
    await this.type(text)
  }

  /** Opens the list with this label and takes this of it. */
  async choose(label: string, option: string, within: Place = this.page): Promise<void> {
    const list = within.getByRole('combobox', { name: label, exact: true })
    await this.reach(list)
    await this.press('Enter')
    const options = this.page.getByRole('option')
    const wanted = this.page.getByRole('option', { name: option, exact: true })
    await expect(wanted).toBeVisible()
    // The list takes the focus a moment after it can be seen; each key waits for what the one before it did.
    await expect.poll(() => this.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('option')
    await this.press('Home')
    await expect(options.first()).toBeFocused()
    for (let at = 1; !(await hasFocus(wanted)); at += 1) {
      await this.press('ArrowDown')
      await expect(options.nth(at)).toBeFocused()
    }
    await this.press('Enter')
    await expect(wanted).toBeHidden()
    await expect(list).toHaveText(option)
  }

  /** Ticks the box with this label. */
  async tick(label: string, within: Place = this.page): Promise<void> {
    const box = within.getByRole('checkbox', { name: label, exact: true })
    await this.reach(box)
    await this.press('Space')
    await expect(box).toBeChecked()
  }

  /** Reaches the button and presses it. */
  async push(name: string, within: Place = this.page): Promise<void> {
    await this.reach(within.getByRole('button', { name, exact: true }))
    await this.press('Enter')
  }

  /** Presses the key that the button shows. */
  async byKey(name: string, within: Place = this.page): Promise<void> {
    const button = within.getByRole('button', { name, exact: true }).first()
    await expect(button).toHaveAttribute('aria-keyshortcuts')
    await this.press((await button.getAttribute('aria-keyshortcuts')) ?? '')
  }

  /** Where the focus is, in words. */
  async focusName(): Promise<string> {
    return this.page.evaluate(() => {
      const at = document.activeElement
      if (at === null || at === document.body) return 'nothing'
      return (
        at.getAttribute('aria-label') ?? document.querySelector(`label[for="${at.id}"]`)?.textContent ?? at.textContent
      )
    })
  }
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement)
}
