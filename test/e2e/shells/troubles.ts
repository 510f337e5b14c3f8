import type { BrowserContext, Page } from '@playwright/test'

/** Everything that a page must never do: break its security policy, throw, or complain. */
export class Troubles {
  readonly #seen: string[] = []

  get seen(): readonly string[] {
    return this.#seen
  }

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error') this.#seen.push(`console: ${message.text()}`)
    })
    context.on('weberror', (error) => this.#seen.push(`page: ${error.error().stack ?? error.error().message}`))
    context.on('page', (page) => page.on('crash', () => this.#seen.push('the page crashed')))
  }

  /** From the next load on, the page itself tells of every breach of its policy. */
  async listenIn(page: Page): Promise<void> {
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) => {
        console.error(`security policy: ${effectiveDirective} ${blockedURI} ${sourceFile}`)
      })
    })
  }
}
