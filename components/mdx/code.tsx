import type { ComponentProps } from 'react'
import { words } from '@/lib/i18n/messages'

export type CodeProps = ComponentProps<'pre'>

/** A block of code with a button that copies it; `plain` is the block alone. */
export function Code({ plain, ...props }: CodeProps & { plain: boolean }) {
  if (plain) return <pre {...props} />
  return (
    <div className="code-block">
      <pre {...props} />
      <button type="button" className="script-only furniture action" data-copy-code="">
        {words.body.copyCode}
      </button>
    </div>
  )
}
