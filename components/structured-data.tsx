/** JSON-LD for search engines. `json` comes from syndication/json-ld, which escapes every `<`. */
export function StructuredData({ json }: { json: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a script's content cannot be given as text
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
