/**
 * A clock that can be set, for a server under test: loaded before everything else, it adds the milliseconds that stand in
 * the file CLOCK to the time. What a machine measures lengths with (performance.now) does not jump with a clock, nor does it here.
 */
const { readFileSync } = require('node:fs')

const now = Date.now
let ahead = 0
const look = () => {
  try {
    ahead = Number(readFileSync(process.env.CLOCK, 'utf8')) || 0
  } catch {
    ahead = 0
  }
}
look()
setInterval(look, 100).unref()

Date.now = () => now() + ahead
// In place, with all that Date has: Next wraps it once more, and takes no inherited properties over.
globalThis.Date = new Proxy(Date, {
  construct: (real, parts, wanted) =>
    Reflect.construct(real, parts.length > 0 ? parts : [Date.now()], wanted),
})
