/** JSON-LD for search engines. `json` must come from `serializeJsonLd` (lib/metadata/json-ld.ts), which escapes every `<`. */
export function StructuredData({ json }: { json: string }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
