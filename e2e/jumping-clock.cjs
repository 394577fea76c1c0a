/**
 * An adjustable clock for a server under test. Preloaded, it adds the milliseconds in the file CLOCK to the current time.
 * performance.now, which measures durations, does not jump with a real clock, and does not here.
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
// A proxy, so that all properties of Date remain: Next wraps it again and does not copy inherited properties.
globalThis.Date = new Proxy(Date, {
  construct: (real, parts, wanted) =>
    Reflect.construct(real, parts.length > 0 ? parts : [Date.now()], wanted),
})
