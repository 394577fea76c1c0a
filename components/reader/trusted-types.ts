/**
 * The two places in which this site hands a text to the browser as a script's address or as HTML, by the rules of Trusted Types
 * (docs/decisions/0023-trusted-types.md). Where a browser does not know them, the text is handed over as it is.
 */
type Policy = { createScriptURL(path: string): string; createHTML(html: string): string }
type Factory = { createPolicy(name: string, rules: Policy): Policy }

/** The name next.config.js allows. */
const name = 'copydesk'
let policy: Policy | undefined

const rules: Policy = {
  createScriptURL(path) {
    // The worker of this site, and nothing else.
    if (path !== '/sw.js') throw new TypeError('Only the worker of this site may be started.')
    return path
  },
  // For DOMParser alone, whose documents run nothing and load nothing.
  createHTML: (html) => html,
}

function trusted(): Policy {
  const { trustedTypes } = window as { trustedTypes?: Factory }
  policy ??= trustedTypes?.createPolicy(name, rules) ?? rules
  return policy
}

/** The address of the worker, as `register` takes it. Throws a TypeError for any other address. */
export const trustedWorker = (path: string): string => trusted().createScriptURL(path)

/** A page that is read and never shown: no script in it runs, no picture of it is loaded. */
export const readDocument = (html: string): Document =>
  new DOMParser().parseFromString(trusted().createHTML(html), 'text/html')
