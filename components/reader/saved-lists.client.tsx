'use client'

import { useEffect, useState } from 'react'
import { recentlyReadPosts, refetchMissingPages } from './recently-read'
import { readSavedPosts, type SavedPost, storeSavedPosts } from './saved-posts'
import { postToWorker } from './service-worker'

/** The posts stored in this browser: those the reader saved, and those read most recently. The server knows neither list. */
export function SavedLists({
  labels,
  isOffline,
}: {
  isOffline: boolean
  labels: Record<'saved' | 'none' | 'read' | 'readIntro' | 'remove', string>
}) {
  const [saved, setSaved] = useState<SavedPost[]>()
  const [read, setRead] = useState<SavedPost[]>()
  useEffect(() => {
    setSaved(readSavedPosts())
    recentlyReadPosts().then(setRead)
    refetchMissingPages()
  }, [])
  if (!saved) return null
  const remove = (path: string) => {
    const others = saved.filter((post) => post.path !== path)
    storeSavedPosts(others)
    postToWorker({ drop: path })
    setSaved(others)
  }
  return (
    <>
      <h2 className="sr-only">{labels.saved}</h2>
      {saved.length > 0 ? (
        <SavedList posts={saved} label={labels.remove} remove={remove} />
      ) : isOffline && read?.length !== 0 ? null : (
        <p>{labels.none}</p>
      )}
      {read?.length ? (
        <>
          <h2 className="saved-list-head">{labels.read}</h2>
          <p className="meta mb-4">{labels.readIntro}</p>
          <SavedList posts={read} />
        </>
      ) : null}
    </>
  )
}

function SavedList({
  posts,
  label,
  remove,
}: {
  posts: SavedPost[]
  label?: string
  remove?: (path: string) => void
}) {
  return (
    <ul className="saved-list">
      {posts.map(({ path, title, standfirst }) => (
        <li key={path}>
          <h3 className="teaser-title">
            <a href={path}>{title}</a>
          </h3>
          <p className="teaser-standfirst">{standfirst}</p>
          {remove ? (
            <button
              type="button"
              className="action"
              onClick={() => remove(path)}
              aria-label={`${label}: ${title}`}
            >
              {label}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
