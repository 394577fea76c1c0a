import { messages } from '@/lib/i18n/messages'
import { Masthead } from '../layout/masthead'
import { SavedLists } from './saved-lists.client'

const { saved, offline } = messages

/** The page of saved and recently read posts. With `isOffline` it replaces a page that cannot be loaded: the same lists under another heading. */
export function SavedPostsPage({ isOffline = false }: { isOffline?: boolean }) {
  const labels = {
    saved: saved.title,
    none: isOffline ? offline.none : saved.none,
    read: saved.read,
    readIntro: saved.readIntro,
    remove: saved.remove,
  }
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <header className="article-header">
          <h1>{isOffline ? offline.title : saved.title}</h1>
          <p className="article-standfirst">{isOffline ? offline.intro : saved.intro}</p>
        </header>
        <p className="no-script">{saved.needsScript}</p>
        <SavedLists labels={labels} isOffline={isOffline} />
      </main>
    </>
  )
}
