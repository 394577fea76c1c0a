const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** Horizontal bars in groups, as an SVG that can be read on light and dark pages. `ours` is drawn in the house's red. */
export function bars(
  title: string,
  unit: string,
  groups: { name: string; bars: { name: string; value: number; ours?: boolean; isEnded?: boolean }[] }[],
): string {
  const most = Math.max(...groups.flatMap((group) => group.bars.map(({ value }) => value)))
  const parts: string[] = []
  let y = 44
  for (const group of groups) {
    parts.push(`<text x="16" y="${y + 12}" font-weight="600">${escapeXml(group.name)}</text>`)
    y += 22
    for (const { name, value, ours, isEnded } of group.bars) {
      const width = Math.max(1, (value / most) * 400)
      const label = value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(2)
      parts.push(
        `<text x="150" y="${y + 13}" text-anchor="end">${escapeXml(name)}</text>`,
        `<rect x="158" y="${y}" width="${width.toFixed(1)}" height="17" fill="${ours ? '#a3290f' : '#8a8a84'}"/>`,
        `<text x="${(164 + width).toFixed(1)}" y="${y + 13}">${isEnded ? 'over ' : ''}${label} ${unit}</text>`,
      )
      y += 22
    }
    y += 10
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="680" height="${y + 6}" viewBox="0 0 680 ${y + 6}" font-family="sans-serif" font-size="13" fill="#1c1a17">
<title>${escapeXml(title)}</title>
<rect width="680" height="${y + 6}" fill="#fbf8f1"/>
<text x="16" y="26" font-size="16" font-weight="700">${escapeXml(title)}</text>
${parts.join('\n')}
</svg>
`
}
