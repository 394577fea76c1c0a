import type { ReactNode } from 'react'
import type { BodyLookups } from '@/lib/render/lookups'
import type { ComponentName, PropsOf } from '@/lib/render/mdx-components'
import { sitePicturePath } from '@/lib/render/safe-urls'
import { BodyImage } from './body-image'
import { Code, type CodeProps } from './code'
import { Definition } from './definition'
import { FactBox } from './fact-box'
import { Figure } from './figure'
import { Gallery } from './gallery'
import { KeyPoints } from './key-points'
import { Note } from './note'
import { Numbers } from './numbers'
import { Post } from './post'
import { PullQuote } from './pull-quote'
import { QA } from './qa'
import { Timeline } from './timeline'
import { Video } from './video'

/** One React component for each MDX component, with exactly its props: a missing, extra or different one does not compile. */
type Components = { [W in ComponentName]: (props: PropsOf<W>) => ReactNode }

/** The MDX components as React components, with the picture sizes and posts they need from `facts`. `plain`: for feeds and the lite edition. */
export function bodyComponents(facts: BodyLookups, { plain }: { plain: boolean }) {
  const sizeOf = (src: string | undefined) => {
    const own = src && sitePicturePath(src)
    return own ? facts.picture(own) : undefined
  }
  const components: Components = {
    Definition,
    FactBox,
    Figure: (props) => <Figure {...props} size={sizeOf(props.src)} plain={plain} />,
    Gallery,
    KeyPoints,
    Note,
    Numbers,
    Post: (props) => {
      const card = facts.post(props.slug)
      return <Post {...props} card={card} size={sizeOf(card?.image?.src)} plain={plain} />
    },
    PullQuote,
    QA,
    Timeline,
    Video: (props) => <Video {...props} size={sizeOf(props.poster)} plain={plain} />,
  }
  const img = ({ src, alt }: { src: string; alt: string }) => (
    <BodyImage src={src} alt={alt} size={sizeOf(src)} plain={plain} />
  )
  const pre = (props: CodeProps) => <Code {...props} plain={plain} />
  return { ...components, img, pre }
}
