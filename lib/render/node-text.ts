type Node = { type: string; value?: string; alt?: string | null; children?: readonly Node[] }

/** The text of a tree of either kind, Markdown or HTML, as a reader sees it. */
export function textOf(node: Node): string {
  return node.value ?? node.alt ?? (node.children ?? []).map(textOf).join('')
}
