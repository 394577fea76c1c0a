import { inspectFile } from '@/lib/public-files/inspect'
import { kindOfName } from '@/lib/public-files/kinds'
import type { SourceFolder } from './source-folder'

/** A file to copy: from where, by its path in the source, to where, by its path in the repository. */
export type FileCopy = { from: string; to: string }

const largest = 25 * 1024 * 1024

/**
 * The pictures and files of the old site that go along. Everything lands below public/assets, under its old path where
 * that begins with /assets, so that this address stays, too. Nothing is taken that a browser would run.
 */
export function createFileCopier(
  folder: SourceFolder,
  base: string,
  say: (file: string, message: string) => void,
) {
  const places = new Map<string, string | undefined>()
  const taken = new Map<string, string>()

  function place(path: string): string | undefined {
    const fault = faultOf(folder, path)
    if (fault) say(path, fault)
    if (fault) return undefined
    const wanted = assetPath(path.slice(base.length))
    let free = wanted
    for (let count = 2; taken.has(free.toLowerCase()); count++)
      free = wanted.replace(/(\.[^.]*)$/, `-${count}$1`)
    taken.set(free.toLowerCase(), path)
    return free
  }
  return {
    /** The path under which a file of the old site is served here; undefined where it is not there or may not come along. */
    use(sitePath: string): string | undefined {
      const asked = `${base}${decoded(sitePath).replace(/^\/+/, '')}`
      // WordPress serves smaller copies of a picture, which a folder may not have: `chip-300x200.png`.
      const path = [asked, asked.replace(/-\d+x\d+(?=\.\w+$)/, '')].find(folder.has)
      if (path === undefined) return undefined
      if (!places.has(path)) places.set(path, place(path))
      return places.get(path)
    },
    copies: (): FileCopy[] =>
      [...places]
        .flatMap(([from, to]) => (to ? [{ from, to: `public${to}` }] : []))
        .sort((a, b) => (a.to < b.to ? -1 : 1)),
  }
}

export type FileCopier = ReturnType<typeof createFileCopier>

/** Where a file of the old site would stand here, whether it is there or not: `/img/a b.png` is `/assets/img/a-b.png`. */
export function assetPath(sitePath: string): string {
  const parts = decoded(sitePath)
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .map(
      (part) =>
        part
          .normalize('NFC')
          .replace(/[^\p{L}\p{M}\p{N}._~+@-]+/gu, '-')
          .replace(/^[.-]+|-+$/g, '') || 'x',
    )
  return `/${(parts[0] === 'assets' ? parts : ['assets', ...parts]).join('/')}`
}

/** Whether an address names a file that could come along, rather than a page. */
export const isFilePath = (path: string) => kindOfName(path) !== undefined

/** The site's own judgement on files of public/, so that whatever comes along passes the check. */
function faultOf(folder: SourceFolder, path: string): string | undefined {
  if (!isFilePath(path)) return 'A file of this kind is not copied.'
  if (folder.size(path) > largest) return 'The file has more than 25 MB and was not copied.'
  const { fault } = inspectFile(assetPath(path), folder.read(path))
  return fault && `The file was not copied. ${fault.message}`
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
