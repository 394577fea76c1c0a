/** The address of a smaller copy, as Next's own loader writes it. Given to Next by name in next.config.js. */
export default function imageUrl({ src, width }: { src: string; width: number }): string {
  return `/_next/image?url=${encodeURIComponent(src)}&w=${width}&q=75`
}
