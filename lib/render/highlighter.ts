import { createHighlighterCore, type HighlighterCore, type LanguageInput } from '@shikijs/core'
import { createJavaScriptRegexEngine } from '@shikijs/engine-javascript'
import type { ElementContent } from 'hast'
import { classForColour, theme } from './code-theme'

/** Each grammar is loaded when a post first needs it. */
const grammars: Record<string, () => LanguageInput> = {
  bash: () => import('@shikijs/langs/shellscript'),
  c: () => import('@shikijs/langs/c'),
  css: () => import('@shikijs/langs/css'),
  diff: () => import('@shikijs/langs/diff'),
  docker: () => import('@shikijs/langs/docker'),
  go: () => import('@shikijs/langs/go'),
  html: () => import('@shikijs/langs/html'),
  java: () => import('@shikijs/langs/java'),
  javascript: () => import('@shikijs/langs/javascript'),
  json: () => import('@shikijs/langs/json'),
  markdown: () => import('@shikijs/langs/markdown'),
  python: () => import('@shikijs/langs/python'),
  ruby: () => import('@shikijs/langs/ruby'),
  rust: () => import('@shikijs/langs/rust'),
  sql: () => import('@shikijs/langs/sql'),
  toml: () => import('@shikijs/langs/toml'),
  tsx: () => import('@shikijs/langs/tsx'),
  typescript: () => import('@shikijs/langs/typescript'),
  xml: () => import('@shikijs/langs/xml'),
  yaml: () => import('@shikijs/langs/yaml'),
}

const otherNames = new Map(
  Object.entries({
    console: 'bash',
    dockerfile: 'docker',
    golang: 'go',
    js: 'javascript',
    jsx: 'tsx',
    md: 'markdown',
    mjs: 'javascript',
    py: 'python',
    rb: 'ruby',
    rs: 'rust',
    sh: 'bash',
    shell: 'bash',
    svg: 'xml',
    ts: 'typescript',
    yml: 'yaml',
    zsh: 'bash',
  }),
)

let highlighter: Promise<HighlighterCore> | undefined
const loaded = new Map<string, Promise<string>>()

/** The code as spans with token classes; undefined for a language that is not in the list. */
export async function highlightCode(source: string, language: string): Promise<ElementContent[] | undefined> {
  const name = otherNames.get(language) ?? language
  const grammar = Object.hasOwn(grammars, name) ? grammars[name] : undefined
  if (!grammar) return undefined
  highlighter ??= createHighlighterCore({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
  const shiki = await highlighter
  const ready = loaded.get(name) ?? load(shiki, grammar)
  loaded.set(name, ready)
  const lines = shiki.codeToTokensBase(source, {
    lang: await ready,
    theme: theme.name,
    tokenizeMaxLineLength: 400,
    // A limit in time would colour the same post differently on a busy day.
    tokenizeTimeLimit: 0,
  })
  const children: ElementContent[] = []
  for (const [index, line] of lines.entries()) {
    if (index > 0) add(children, '\n')
    for (const { content, color } of line) add(children, content, classForColour(color))
  }
  return children
}

async function load(shiki: HighlighterCore, grammar: () => LanguageInput): Promise<string> {
  const known = new Set(shiki.getLoadedLanguages())
  await shiki.loadLanguage(grammar())
  return shiki.getLoadedLanguages().find((name) => !known.has(name)) ?? 'text'
}

/** Neighbours of the same kind are joined: React would part two texts by a comment. */
function add(children: ElementContent[], value: string, className?: string) {
  const last = children.at(-1)
  if (!className && last?.type === 'text') last.value += value
  else if (!className) children.push({ type: 'text', value })
  else {
    const inside: ElementContent[] = [{ type: 'text', value }]
    children.push({
      type: 'element',
      tagName: 'span',
      properties: { className: [className] },
      children: inside,
    })
  }
}
