// @ts-check
// Loaded before the program: the clock of its PC, set forward or back by what a file says. The program knows nothing of it.
const { readFileSync } = require('node:fs')

const file = process.env['E2E_CLOCK']
if (file !== undefined) {
  const trueNow = Date.now.bind(Date)
  let ahead = 0
  let readAt = Number.NEGATIVE_INFINITY
  Date.now = () => {
    const now = trueNow()
    if (now - readAt > 20) {
      readAt = now
      ahead = Number(readFileSync(file, 'utf8'))
    }
    return now + ahead
  }
}
