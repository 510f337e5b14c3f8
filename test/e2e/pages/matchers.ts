import { expect as base, type Locator } from '@playwright/test'

/** What Playwright's own expect cannot say. */
export const expect = base.extend({
  /** The focus is somewhere inside: a dialog that opens takes it. */
  async toContainFocus(locator: Locator) {
    const seen = () => locator.evaluate((element) => element.contains(document.activeElement))
    let pass = false
    try {
      await base.poll(seen).toBe(!this.isNot)
      pass = !this.isNot
    } catch {
      pass = this.isNot
    }
    return { pass, message: () => `the focus is ${this.isNot ? '' : 'not '}inside ${String(locator)}` }
  },
})
