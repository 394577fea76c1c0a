const number = new Intl.NumberFormat('en')

/** A bar on the terminal while a large newsroom is read; nothing where there is no terminal. */
export function progressBar(stream: NodeJS.WriteStream) {
  const started = performance.now()
  let isShown = false
  return {
    show(done: number, total: number) {
      if (!stream.isTTY || performance.now() - started < 500) return
      const width = 30
      const full = Math.round((done / Math.max(1, total)) * width)
      const bar = '█'.repeat(full) + '░'.repeat(width - full)
      stream.write(`\r${bar} ${number.format(done)} of ${number.format(total)} files`)
      isShown = true
    },
    clear() {
      if (isShown) stream.write('\r\u001b[K')
    },
  }
}
