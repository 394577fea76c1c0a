'use client'

import { useEffect, useState } from 'react'
import { fetchWhatIsMissing, storiesReadLately } from './offline-pages'
import { type SavedStory, savedStories, storeStories } from './saved-posts'
import { tellWorker } from './worker'

/** The stories this browser keeps: those the reader saved, and those opened last. The server knows neither. `out`: no connection. */
export function KeptLists({
  labels,
  out,
}: {
  out: boolean
  labels: Record<'saved' | 'none' | 'read' | 'readIntro' | 'remove', string>
}) {
  const [saved, setSaved] = useState<SavedStory[]>()
  const [read, setRead] = useState<SavedStory[]>()
  useEffect(() => {
    setSaved(savedStories())
    storiesReadLately().then(setRead)
    fetchWhatIsMissing()
  }, [])
  if (!saved) return null
  const remove = (path: string) => {
    const others = saved.filter((story) => story.path !== path)
    storeStories(others)
    tellWorker({ drop: path })
    setSaved(others)
  }
  return (
    <>
      <h2 className="sr-only">{labels.saved}</h2>
      {saved.length > 0 ? (
        <KeptList stories={saved} label={labels.remove} remove={remove} />
      ) : out && read?.length !== 0 ? null : (
        <p>{labels.none}</p>
      )}
      {read?.length ? (
        <>
          <h2 className="kept-head">{labels.read}</h2>
          <p className="meta mb-4">{labels.readIntro}</p>
          <KeptList stories={read} />
        </>
      ) : null}
    </>
  )
}

function KeptList({
  stories,
  label,
  remove,
}: {
  stories: SavedStory[]
  label?: string
  remove?: (path: string) => void
}) {
  return (
    <ul className="kept">
      {stories.map(({ path, title, standfirst }) => (
        <li key={path}>
          <h3 className="story-title">
            <a href={path}>{title}</a>
          </h3>
          <p className="story-standfirst">{standfirst}</p>
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
