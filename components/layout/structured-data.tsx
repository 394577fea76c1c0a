/** JSON-LD for search engines. `json` comes from syndication/json-ld, which escapes every `<`. */
export function StructuredData({ json }: { json: string }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
