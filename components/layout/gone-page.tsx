import { Masthead } from '@/components/layout/masthead'
import { words } from '@/lib/i18n/messages'

/** What stands at the address of a story that was given up for good, with the newsroom's reason. */
export function GonePage({ reason }: { reason: string }) {
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <header className="article-header">
          <h1>{words.gone.title}</h1>
          <p className="article-standfirst">{reason}</p>
        </header>
        <p>{words.gone.text}</p>
      </main>
    </>
  )
}
