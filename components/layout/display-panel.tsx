import { words } from '@/lib/i18n/messages'
import { savedPath } from '@/lib/urls'

const { theme, size } = words.display

/** Each choice is kept under its name; an empty value is what is without it. */
const choices = [
  { name: 'theme', label: theme.label, values: { '': theme.system, light: theme.light, dark: theme.dark } },
  { name: 'size', label: size.label, values: { '': size.normal, large: size.large, larger: size.larger } },
]

/** Opens the panel, which stands once in the layout. Without script it is not there, and the system decides. */
export function DisplayButton({ className = '' }: { className?: string }) {
  return (
    <button type="button" popoverTarget="display" className={`script-only action ${className}`}>
      {words.display.label}
    </button>
  )
}

/** Colours, size of text, and the way to the saved stories. */
export function DisplayPanel() {
  return (
    <section id="display" popover="auto" aria-label={words.display.label} className="panel">
      {choices.map(({ name, label, values }) => (
        <fieldset key={name}>
          <legend>{label}</legend>
          {Object.entries(values).map(([value, said]) => (
            <label key={value}>
              <input type="radio" name={name} value={value} defaultChecked={value === ''} />
              {said}
            </label>
          ))}
        </fieldset>
      ))}
      <a href={savedPath()} className="action">
        {words.saved.title}
      </a>
    </section>
  )
}
