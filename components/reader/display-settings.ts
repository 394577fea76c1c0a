/** The reader's settings are data attributes of <html>. The script in app/layout.tsx sets them before the first paint. */
const settings = () => document.documentElement.dataset

/** Checks the radio buttons of the current settings, and gives the browser's own interface the colour of the page. */
export function showSettings() {
  for (const input of document.querySelectorAll<HTMLInputElement>('#display input'))
    input.checked = input.value === (settings()[input.name] ?? '')
  const { theme } = settings()
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.dataset.media ??= meta.media
    meta.media = !theme ? meta.dataset.media : meta.dataset.media.includes(theme) ? 'all' : 'not all'
  }
}

/** Applies and stores a setting. An empty value is the default and is not stored. */
export function changeSetting({ name, value }: { name: string; value: string }) {
  if (value) settings()[name] = value
  else delete settings()[name]
  showSettings()
  // localStorage throws if the reader has turned it off; the setting then lasts as long as the page.
  try {
    if (value) localStorage.setItem(name, value)
    else localStorage.removeItem(name)
  } catch {}
}
