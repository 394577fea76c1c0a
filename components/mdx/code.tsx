import type { ComponentProps } from 'react'
import { messages } from '@/lib/i18n/messages'

export type CodeProps = ComponentProps<'pre'>

/** A code block with a copy button; with `plain`, without the button. */
export function Code({ plain, ...props }: CodeProps & { plain: boolean }) {
  if (plain) return <pre {...props} />
  return (
    <div className="code-block">
      <pre {...props} />
      <button type="button" className="script-only no-print action" data-copy-code="">
        {messages.body.copyCode}
      </button>
    </div>
  )
}
