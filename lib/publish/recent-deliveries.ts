/** Remembers the last `size` names, to know one that comes again. */
export function rememberRecent(size: number): (name: string) => boolean {
  const seen = new Set<string>()
  return (name) => {
    if (seen.has(name)) return true
    seen.add(name)
    for (const oldest of seen) {
      if (seen.size <= size) break
      seen.delete(oldest)
    }
    return false
  }
}
