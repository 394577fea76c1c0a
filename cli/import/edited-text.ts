/** A text that was edited on the way, and for each place in it the place of the original it came from. */
export type EditedText = { text: string; origin(at: number): number }

/** Puts `text` where the characters from `start` up to `end` were. */
export type Edit = { start: number; end: number; text: string }

/** A text nothing has been done to yet. */
export function original(text: string): EditedText {
  return { text, origin: (at) => at }
}

/** Applies edits in the order of their places. One that overlaps with an earlier one is left out. */
export function applyEdits({ text, origin }: EditedText, edits: Edit[]): EditedText {
  const pieces: { at: number; from: number; copied: boolean }[] = []
  let result = ''
  let done = 0
  const add = (piece: string, from: number, copied: boolean) => {
    if (piece === '') return
    pieces.push({ at: result.length, from, copied })
    result += piece
  }
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done) continue
    add(text.slice(done, start), done, true)
    add(put, start, false)
    done = end
  }
  add(text.slice(done), done, true)
  const before = (at: number) => {
    const piece = pieces[lastAtOrBefore(pieces, at)]
    return piece ? piece.from + (piece.copied ? at - piece.at : 0) : at
  }
  return { text: result, origin: (at) => origin(before(at)) }
}

function lastAtOrBefore(pieces: { at: number }[], at: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((pieces[middle]?.at ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
