/** What a pushed file may be, so that no push fills the disk or the memory. */
export const limits = { fileBytes: 50 * 1024 * 1024, files: 20_000, totalBytes: 1024 ** 3, depth: 16 }

/** The only names with a dot in front: what the web has standardised, and what keeps an empty folder in git. */
const dotted = /^public\/\.well-known\/[^.][^/]*$|^[^.][^.]*\/\.gitkeep$/

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i

/**
 * Why a path in a push is not written to the disk, or undefined when it may be. Stricter than any one system is: a name must
 * mean the same file on Linux, macOS (HFS+ ignores invisible letters) and Windows (NTFS knows `git~1`, `a:b`, `a.`).
 */
export function pathRefusal(path: string): string | undefined {
  const names = path.split('/')
  if (path.includes('\uFFFD')) return 'its name is not UTF-8'
  if (/[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u.test(path))
    return 'its name has invisible characters'
  if (names.length > limits.depth) return `it is more than ${limits.depth} folders deep`
  if (names.some((name) => name === '' || (name.startsWith('.') && !dotted.test(path))))
    return 'a name in it is empty or begins with a dot'
  if (names.some((name) => name.startsWith('-'))) return 'a name in it begins with a hyphen, like an option'
  if (names.some((name) => /[\\:*?"<>|]/.test(name) || /[. ]$/.test(name) || device.test(name)))
    return 'a name in it means something else on Windows'
  if (names.some((name) => /^git.*~[0-9]+$/i.test(name))) return 'a name in it may stand for .git on Windows'
  if (names.some((name) => Buffer.byteLength(name) > 255)) return 'a name in it is longer than 255 bytes'
  return undefined
}

/** The same for all names that a disk without upper and lower case takes for one file. */
export const caseFolded = (path: string) => path.normalize('NFKC').toLowerCase().toUpperCase()
