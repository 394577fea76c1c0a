import type { ReaderLabels } from './labels'
import { savedStories, storeStories } from './saved-posts'
import { tellWorker } from './worker'

type Say = (message: string) => void

/** The button under the date: puts the story on the reader's list, or takes it off. */
export function saveOrRemove(button: HTMLElement, labels: ReaderLabels, say: Say) {
  const path = button.dataset.save ?? ''
  const others = savedStories().filter((story) => story.path !== path)
  const remove = others.length < savedStories().length
  const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
  const story = { path, title: text('h1'), standfirst: text('.article-standfirst') }
  if (!storeStories(remove ? others : [story, ...others])) {
    say(labels.full)
    return true
  }
  tellWorker(remove ? { drop: path } : { save: path })
  showWhetherSaved(labels)
  say(remove ? labels.wasRemoved : labels.wasSaved)
  return true
}

export function showWhetherSaved({ save, remove }: ReaderLabels) {
  const button = document.querySelector<HTMLElement>('[data-save]')
  if (button)
    button.textContent = savedStories().some(({ path }) => path === button.dataset.save) ? remove : save
}
