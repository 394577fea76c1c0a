import { messages } from '@/lib/i18n/messages'
import { savedPath } from '@/lib/urls'

const { theme, size } = messages.display

/** Each setting is stored in localStorage under its `name`; an empty value is the default and is not stored. */
const settings = [
  { name: 'theme', label: theme.label, values: { '': theme.system, light: theme.light, dark: theme.dark } },
  { name: 'size', label: size.label, values: { '': size.normal, large: size.large, larger: size.larger } },
]

/** Opens `DisplayPanel`, which the layout renders once. Hidden without JavaScript; the system settings then apply. */
export function DisplayButton({ className = '' }: { className?: string }) {
  return (
    <button type="button" popoverTarget="display" className={`script-only action ${className}`}>
      {messages.display.label}
    </button>
  )
}

/** Settings for colours and text size, and a link to the saved posts. */
export function DisplayPanel() {
  return (
    <section id="display" popover="auto" aria-label={messages.display.label} className="panel">
      {settings.map(({ name, label, values }) => (
        <fieldset key={name}>
          <legend>{label}</legend>
          {Object.entries(values).map(([value, text]) => (
            <label key={value}>
              <input type="radio" name={name} value={value} defaultChecked={value === ''} />
              {text}
            </label>
          ))}
        </fieldset>
      ))}
      <a href={savedPath()} className="action">
        {messages.saved.title}
      </a>
    </section>
  )
}
