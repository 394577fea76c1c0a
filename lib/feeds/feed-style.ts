import { colourTokens } from '@/lib/theme-colors'

/** How RSS and Atom look to somebody who opens one in a browser, on paper and at night. */
export const feedStyle = `@namespace h "http://www.w3.org/1999/xhtml";

rss,
feed {
  ${colourTokens};
  color-scheme: light dark;
  display: block;
  box-sizing: border-box;
  min-height: 100vh;
  padding: clamp(1.5rem, 5vw, 4rem) clamp(1.125rem, 5vw, 2.25rem) 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1.1875rem / 1.5 Georgia, "Times New Roman", serif;
  overflow-wrap: break-word;
}

/* Nothing is shown but what is named below. */
rss *,
feed * {
  display: none;
}

channel {
  display: block;
}

channel,
feed > * {
  max-width: 40rem;
  margin-inline: auto;
}

channel > title,
feed > title {
  display: block;
  font-size: clamp(2rem, 1.4rem + 2.6vw, 3.25rem);
  font-weight: 700;
  line-height: 1.1;
  letter-spacing: -0.015em;
  text-wrap: balance;
}

channel > description,
feed > subtitle {
  display: block;
  margin-block: 0.75rem 0;
  color: var(--quiet);
  font-size: 1.25rem;
  font-style: italic;
}

/* Stands in the text before the stories, and before them in the order of the page. */
h|div {
  display: block;
  margin-block: 2rem;
  padding-block: 1rem 1.125rem;
  border-block: 1px solid var(--rule);
  border-block-start: 3px double var(--rule);
  color: var(--quiet);
  font: 0.9375rem / 1.5 system-ui, "Segoe UI", Arial, sans-serif;
}

h|p {
  display: block;
  margin: 0 0 0.625rem;
}

h|a {
  display: inline-block;
  padding-block: 0.125rem;
  color: var(--ink);
  text-underline-offset: 0.16em;
  text-decoration-thickness: 0.06em;
}

h|div h|a {
  margin-inline-end: 1.5rem;
}

item,
entry {
  display: block;
  padding-block: 1.25rem;
}

item + item,
entry + entry {
  border-block-start: 1px solid var(--rule);
}

item > h|a,
entry > h|a {
  color: var(--ink);
  font-size: 1.375rem;
  font-weight: 700;
  line-height: 1.25;
  text-decoration: none;
  text-wrap: balance;
}

h|a:hover {
  color: var(--accent);
  text-decoration: underline;
}

h|a:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 3px;
}

item > description,
entry > summary {
  display: block;
  margin-block: 0.375rem;
}

item > pubDate,
entry > published {
  display: block;
  color: var(--quiet);
  font: 0.8125rem / 1.5 system-ui, "Segoe UI", Arial, sans-serif;
}

@media print {
  h|div {
    display: none;
  }
}
`
