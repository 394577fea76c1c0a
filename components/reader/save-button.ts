import type { ReaderLabels } from './labels'
import { readSavedPosts, storeSavedPosts } from './saved-posts'
import { postToWorker } from './service-worker'

type Announce = (message: string) => void

/** Adds the post to the reader's saved posts, or removes it. */
export function toggleSaved(button: HTMLElement, labels: ReaderLabels, announce: Announce) {
  const path = button.dataset.save ?? ''
  const others = readSavedPosts().filter((post) => post.path !== path)
  const isSaved = others.length < readSavedPosts().length
  const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
  const post = { path, title: text('h1'), standfirst: text('.article-standfirst') }
  if (!storeSavedPosts(isSaved ? others : [post, ...others])) {
    announce(labels.full)
    return true
  }
  postToWorker(isSaved ? { drop: path } : { save: path })
  updateSaveButton(labels)
  announce(isSaved ? labels.wasRemoved : labels.wasSaved)
  return true
}

/** Labels the button by whether its post is saved. */
export function updateSaveButton({ save, remove }: ReaderLabels) {
  const button = document.querySelector<HTMLElement>('[data-save]')
  if (button)
    button.textContent = readSavedPosts().some(({ path }) => path === button.dataset.save) ? remove : save
}
