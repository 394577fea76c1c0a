import { inPieces } from '@/lib/text'

/** The words of a headline; what belongs together, as Llama 2 and GPT-4, does not part at the end of a line. */
export function Headline({ text }: { text: string }) {
  return inPieces(text).map(({ text: piece, isWhole }, place) =>
    isWhole ? (
      <span key={place} className="unbroken">
        {piece}
      </span>
    ) : (
      piece
    ),
  )
}
