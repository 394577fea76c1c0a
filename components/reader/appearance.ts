/** What the reader chose stands on <html>, where the script in app/layout.tsx puts it before the first paint. */
const chosen = () => document.documentElement.dataset

/** Ticks what is chosen, and colours the browser's own frame like the page. */
export function showChoices() {
  for (const input of document.querySelectorAll<HTMLInputElement>('#display input'))
    input.checked = input.value === (chosen()[input.name] ?? '')
  const { theme } = chosen()
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.dataset.media ??= meta.media
    meta.media = !theme ? meta.dataset.media : meta.dataset.media.includes(theme) ? 'all' : 'not all'
  }
}

/** An empty value is the default, and is not kept. */
export function choose({ name, value }: { name: string; value: string }) {
  if (value) chosen()[name] = value
  else delete chosen()[name]
  showChoices()
  // Storage throws where the reader has closed it; the choice then lasts as long as the page.
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
  } catch {}
}
