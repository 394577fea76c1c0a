import { closestMatch } from '@/lib/text'
import { componentNames } from './mdx-components'

const markdown: Record<string, string> = {
  a: '[text](https://…)',
  b: '**text**',
  strong: '**text**',
  i: '*text*',
  em: '*text*',
  br: 'a backslash at the end of the line',
  hr: 'three hyphens on a line of their own',
  blockquote: 'lines that begin with ">", or <PullQuote>',
  q: 'quotation marks',
  code: '`code`',
  pre: 'three backticks around the code',
  del: '~~text~~',
  s: '~~text~~',
  h1: '## Heading',
  h2: '## Heading',
  h3: '### Heading',
  h4: '#### Heading',
  ul: 'lines that begin with "- "',
  ol: 'lines that begin with "1. "',
  li: 'lines that begin with "- "',
  p: 'a blank line between paragraphs',
  table: 'a Markdown table',
  img: '<Figure src="…" alt="…" />',
  figure: '<Figure src="…" alt="…" />',
  picture: '<Figure src="…" alt="…" />',
  iframe: '<Video src="…" title="…" />, or a link',
  video: '<Video src="…" title="…" />',
  details: '<FactBox title="…"> or <QA question="…">',
  aside: '<Note> or <FactBox title="…">',
  dl: '<Definition term="…">',
}

/** Words other sites have for ours. */
const synonyms: Record<string, string> = {
  ...fill('Figure', 'Chart Image Img Picture Graph Graphic Map Photo Diagram Infographic'),
  ...fill('Gallery', 'Carousel Slideshow Slider Images Pictures Grid'),
  ...fill('PullQuote', 'Quote Blockquote BlockQuote Pullout Citation'),
  ...fill('FactBox', 'Box InfoBox Sidebar Facts Panel Details Accordion Card'),
  ...fill('KeyPoints', 'Summary TLDR TlDr Takeaways KeyTakeaways Highlights'),
  ...fill('Timeline', 'Chronology History Dates'),
  ...fill('QA', 'FAQ Faq Question Interview QandA'),
  ...fill('Numbers', 'Stats Stat Figures Statistics BigNumber Metrics'),
  ...fill('Definition', 'Term Glossary Explain'),
  ...fill('Note', 'Callout Alert Aside Info Warning Tip Admonition Notice Disclaimer Correction'),
  ...fill('Video', 'YouTube Youtube Vimeo Embed Player Iframe'),
  ...fill('Post', 'Related Link RelatedPost ReadMore Story Article PostCard'),
}

/** The end of the sentence "<name> is …": what it is, and what to write instead. */
export function hintForUnknownTag(name: string): string {
  if (/^[a-z]/.test(name)) {
    const instead = Object.hasOwn(markdown, name) && markdown[name]
    return instead
      ? `HTML, which an .mdx post cannot hold. Write ${instead}.`
      : `HTML, which an .mdx post cannot hold. Remove it, or name the file .md.`
  }
  const known = Object.hasOwn(synonyms, name) ? synonyms[name] : closestMatch(name, componentNames)
  return known
    ? `not in the vocabulary. Did you mean <${known}>?`
    : `not in the vocabulary. The words are ${componentNames.join(', ')}.`
}

function fill(word: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, word]))
}
