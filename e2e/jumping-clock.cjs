/**
 * A clock that can be set, for a server under test: loaded before everything else, it adds the milliseconds that stand in
 * the file CLOCK to the time. What a machine measures lengths with (performance.now) does not jump with a clock, nor does it here.
 */
const { readFileSync } = require('node:fs')

const Real = Date
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

globalThis.Date = class JumpingDate extends Real {
  constructor(...parts) {
    if (parts.length === 0) super(Real.now() + ahead)
    else super(...parts)
  }
  static now() {
    return Real.now() + ahead
  }
}
