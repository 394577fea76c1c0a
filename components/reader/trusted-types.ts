/**
 * The two places where this site passes a string to the browser as a script URL or as HTML, under Trusted Types
 * (docs/decisions/0023-trusted-types.md). Browsers without Trusted Types get the string as it is.
 */
type Policy = { createScriptURL(path: string): string; createHTML(html: string): string }
type Factory = { createPolicy(name: string, rules: Policy): Policy }

/** The only policy name that the CSP in next.config.js allows. */
const name = 'copydesk'
let policy: Policy | undefined

const rules: Policy = {
  createScriptURL(path) {
    // Only this site's own service worker.
    if (path !== '/sw.js') throw new TypeError('Only /sw.js may be registered as a service worker.')
    return path
  },
  // Only for DOMParser, whose documents run no scripts and load nothing.
  createHTML: (html) => html,
}

function getPolicy(): Policy {
  const { trustedTypes } = window as { trustedTypes?: Factory }
  policy ??= trustedTypes?.createPolicy(name, rules) ?? rules
  return policy
}

/** The service worker's URL as `register` expects it. Throws a TypeError for any other path. */
export const trustedWorkerUrl = (path: string): string => getPolicy().createScriptURL(path)

/** Parses a page without showing it: its scripts do not run and its pictures are not loaded. */
export const parseHtml = (html: string): Document =>
  new DOMParser().parseFromString(getPolicy().createHTML(html), 'text/html')
