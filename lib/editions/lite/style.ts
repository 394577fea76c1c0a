import { createHash } from 'node:crypto'
import { colourTokens } from '@/lib/theme-colors'

/** All the style there is. Small enough to read, and to send with every page. */
export const style = `
:root{color-scheme:light dark;${colourTokens}}
body{max-width:38rem;margin:0 auto;padding:0 1.125rem 3rem;background:var(--paper);color:var(--ink);font:1.1875rem/1.58 Charter,"Bitstream Charter",Georgia,"Times New Roman",serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.15;text-wrap:balance;margin:2em 0 .4em}
h1{font-size:clamp(1.875rem,1.4rem + 2.4vw,2.75rem);letter-spacing:-.015em;margin:.2em 0 .35em}
h2{font-size:1.375rem}
h3{font-size:1.1875rem}
a{color:inherit;text-underline-offset:.16em;text-decoration-thickness:.06em}
a:hover{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
p,ul,ol,dl,figure,blockquote,aside,pre,[role=region]{margin:0 0 1.1em}
header,footer,nav,small,time,figcaption,th,td,.meta,.kicker{font-family:system-ui,"Segoe UI",Arial,sans-serif}
body>header,footer{display:flex;flex-wrap:wrap;gap:0 1.5rem;padding:.75rem 0;font-size:.9375rem}
body>header{border-bottom:3px double var(--rule);margin-bottom:2rem;justify-content:space-between}
body>header a:first-child{font-weight:700;text-decoration:none}
.logo{height:.55em;margin-inline-end:.3em;fill:var(--accent)}
footer{border-top:3px double var(--rule);margin-top:3rem}
footer a,header a,li>h2 a{display:inline-block;padding:.2rem 0}
.kicker{margin:0;color:var(--accent);font-size:.875rem;font-weight:600}
.standfirst{text-wrap:pretty;color:var(--quiet);font-size:1.3125rem;line-height:1.4}
.meta,small,figcaption,time{color:var(--quiet);font-size:.875rem}
.meta time{font-size:inherit}
.box-title,dt{margin-bottom:.3em;font-weight:700}
dd{margin:0 0 .8em}
aside,.corrections{border-inline-start:3px solid var(--rule);padding-inline-start:1rem;margin-inline:0}
section[aria-label]>:is(ul,ol){list-style:none;padding:0}
figure{margin-inline:0}
figure>a:first-child{display:block;padding:.6rem .875rem;border:1px solid var(--rule);font-size:1rem;line-height:1.4}
figcaption{margin-top:.4rem}
figure>blockquote{margin:0}
.age-notice{color:var(--quiet);font-style:italic}
li>span{font-family:system-ui,sans-serif;color:var(--quiet);font-size:.875rem}
blockquote{margin:0 0 1.1em;padding-inline-start:1rem;border-inline-start:3px solid var(--accent);font-style:italic}
ul,ol{padding-inline-start:1.4em}
li{margin-bottom:.35em}
pre,[role=region]{overflow:auto}
pre{font-size:.8125rem;line-height:1.5;border:1px solid var(--rule);padding:.75rem}
code{font-size:.86em}
pre code{font-size:inherit}
table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}
th,td{padding:.35em .9em .35em 0;border-bottom:1px solid var(--rule);text-align:start;vertical-align:top}
.align-right{text-align:end}
.align-center{text-align:center}
hr{border:0;border-top:1px solid var(--rule);margin:2em 0}
.stories{padding:0;list-style:none}
.stories li{padding:.9rem 0;border-bottom:1px solid var(--rule);margin:0}
.stories :is(h2,h3){margin:0 0 .15em;font-size:1.25rem}
.stories :is(h2,h3) a{text-decoration:none}
.stories p{margin:0}
@media print{header,footer{display:none}}
`
  .trim()
  .replaceAll('\n', '')

/** What a lite page may do: be drawn. No script, no picture, no font, no form. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
