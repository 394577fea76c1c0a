/** What the body says in its own voice, in the publication's language. */
export const labels = {
  footnotes: 'Footnotes',
  backToText: (number: number, again: number) =>
    `Back to the text, note ${number}${again > 1 ? `, place ${again}` : ''}`,
  externalLink: 'external link',
  table: (number: number) => `Table ${number}`,
  done: 'Done:',
  open: 'Open:',
  picture: 'Picture',
  keyPoints: 'Key points',
  timeline: 'Timeline',
  numbers: 'In numbers',
  gallery: 'Pictures',
  credit: 'Picture:',
  question: 'Question',
  notes: { note: 'Note', editor: 'Editor’s note', update: 'Update', disclosure: 'Disclosure' },
  video: 'Video',
  watchOn: (host: string) => `Watch on ${host}`,
  readAlso: 'Read also',
} as const
