import { type Document, isMap, isNode, isScalar, isSeq, type Pair } from 'yaml'

export type Position = { line: number; column: number }
/** The place of an offset in the YAML. */
export type OffsetToPosition = (offset: number) => Position
/** Where the value at a path stands, or its key; the nearest thing around it when it is not there. */
export type PositionOf = (path: PropertyKey[], part?: 'key' | 'value') => Position

export function createPositionFinder(document: Document, at: OffsetToPosition): PositionOf {
  return (path, part = 'value') => {
    let node: unknown = document.contents
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
    for (const [depth, step] of path.entries()) {
      const pair: Pair | undefined = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
        : undefined
      const key = pair?.key
      node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined
      const wanted = (part === 'key' && depth === path.length - 1) || !isNode(node) ? (key ?? node) : node
      if (!isNode(wanted)) break
      offset = wanted.range?.[0] ?? offset
    }
    return path.length === 0 ? { line: 1, column: 1 } : at(offset)
  }
}
