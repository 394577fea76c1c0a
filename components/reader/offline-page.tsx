import { words } from '@/lib/i18n/messages'
import { Masthead } from '../layout/masthead'
import { KeptLists } from './saved-lists.client'

const { saved, offline } = words

/** The reader's own list, and what stands in for a page that is out of reach: the same lists under another heading. */
export function KeptPage({ out = false }: { out?: boolean }) {
  const labels = {
    saved: saved.title,
    none: out ? offline.nothing : saved.none,
    read: saved.read,
    readIntro: saved.readIntro,
    remove: saved.remove,
  }
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <header className="article-header">
          <h1>{out ? offline.title : saved.title}</h1>
          <p className="article-standfirst">{out ? offline.intro : saved.intro}</p>
        </header>
        <p className="no-script">{saved.needsScript}</p>
        <KeptLists labels={labels} out={out} />
      </main>
    </>
  )
}
