// Runs in the page before anything of it.
const seen = { paint: 0, first: 0, shift: 0, blocked: 0 }
window.seen = seen
const watch = (type, take) =>
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
watch('largest-contentful-paint', (entry) => {
  seen.paint = entry.startTime
})
watch('paint', (entry) => {
  if (entry.name === 'first-contentful-paint') seen.first = entry.startTime
})
watch('layout-shift', (entry) => {
  seen.shift += entry.value
})
// Total blocking time: what a task takes beyond 50 ms.
watch('longtask', (entry) => {
  seen.blocked += Math.max(0, entry.duration - 50)
})
