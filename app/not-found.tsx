import { LatestColumn } from '@/components/latest-column'
import { Masthead } from '@/components/masthead'
import { newestStories } from '@/lib/posts/front'
import { words } from '@/lib/words'

export default async function NotFound() {
  return (
    <>
      <Masthead />
      <main id="content" className="wrap">
        <header className="article-header">
          <h1>{words.notFound.title}</h1>
          <p className="article-standfirst">{words.notFound.text}</p>
        </header>
        <div className="max-w-[40rem]">
          <LatestColumn stories={await newestStories()} />
        </div>
      </main>
    </>
  )
}
