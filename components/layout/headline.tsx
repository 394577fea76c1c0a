import { splitUnbreakable } from '@/lib/text'

/** A headline. Terms such as Llama 2 and GPT-4 are not broken across lines. */
export function Headline({ text }: { text: string }) {
  return splitUnbreakable(text).map(({ text: piece, isUnbreakable: isWhole }, place) =>
    isWhole ? (
      <span key={place} className="unbroken">
        {piece}
      </span>
    ) : (
      piece
    ),
  )
}
