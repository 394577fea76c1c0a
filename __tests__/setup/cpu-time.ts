/**
 * Milliseconds that this process has computed. For tests that something ends and does not explode: what else the machine
 * does meanwhile is no part of it.
 */
export const cpuTime = (): number => process.cpuUsage().user / 1000
