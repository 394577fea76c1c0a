import { Masthead } from '@/components/layout/masthead'
import { messages } from '@/lib/i18n/messages'

/** The 410 page of a post that was permanently removed, with the newsroom's reason from gone.yml. */
export function GonePage({ reason }: { reason: string }) {
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <header className="article-header">
          <h1>{messages.gone.title}</h1>
          <p className="article-standfirst">{reason}</p>
        </header>
        <p>{messages.gone.text}</p>
      </main>
    </>
  )
}
