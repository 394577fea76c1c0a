import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type SaxesAttributePlain, SaxesParser } from 'saxes'
import { type Author, parseAuthor } from '@/lib/content/author'
import { parsePost } from '@/lib/content/post'
import type { Summary } from '@/lib/content/summary'

export const origin = 'https://inference.example'
process.env.SITE_URL = origin
delete process.env.VERCEL_ENV

const bytes = (text: string) => new TextEncoder().encode(text)

/** A post from the text of its file, as the archive gives it. */
export function postFrom(path: string, text: string): Summary {
  const { value, problems } = parsePost({ path, bytes: bytes(text) })
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'))
  const { body, bodyLine, ...summary } = value
  return summary
}

export function authorFrom(path: string, text: string): Author {
  const { value, problems } = parseAuthor({ path, bytes: bytes(text) })
  if (!value) throw new Error(problems.map(({ message }) => message).join('\n'))
  return value
}

export const andre = authorFrom(
  'authors/andre.md',
  `---
name: Andre
role: Founder & editor
image: assets/images/authors/andre.jpg
email: andre@inference.example
links:
  - { label: Site, url: https://andre.example/ }
  - { label: Mail, url: mailto:andre@inference.example }
---

Writes about *models* and the people who train them.
`,
)

export const desk = authorFrom('authors/desk.md', '---\nname: The Inference desk\n---\n\nThe newsroom.\n')

export const gpt4 = postFrom(
  'posts/2023-03-16-news-openai-unveils-gpt-4.md',
  `---
title: 'OpenAI unveils GPT-4: <text> & "pictures"'
seoTitle: GPT-4 is here
socialTitle: OpenAI’s GPT-4 reads pictures
description: What it does, what it does not, and who may use it.
authors: [andre, desk]
contributors: [{ name: Mira Sol, role: research }]
categories: [News, Research]
tags: [OpenAI, GPT-4]
image: { src: assets/images/gpt-4.svg, alt: A page of an exam, caption: The bar exam, credit: Drawn for us, focalPoint: 30% 20% }
date: 2023-03-16 10:30
updated: 2023-07-02 18:00
dateline: San Francisco
type: analysis
keyPoints: [It reads pictures.]
corrections:
  - { date: 2023-03-18, type: correction, text: The exam was the Uniform Bar Exam. }
sources:
  - { title: GPT-4 Technical Report, url: https://arxiv.org/abs/2303.08774 }
---

OpenAI has shown a model that reads pictures.
`,
)

export const short = postFrom(
  'posts/2023-03-17-a-quiet-day.md',
  '---\ntitle: A quiet day\ndescription: Nothing happened.\nauthor: desk\n---\n\nNothing.\n',
)

export const page = postFrom(
  'posts/2023-01-01-about.md',
  '---\nlayout: page\ntitle: About us\ndescription: Who we are.\n---\n\nHello.\n',
)

/** Compares with a file of __tests__/golden; `GOLDEN=write` makes it anew, for a person to read before it is committed. */
export function expectGolden(name: string, text: string) {
  const file = path.join(process.cwd(), '__tests__/golden', name)
  if (process.env.GOLDEN === 'write') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

type Read = { name: string; attributes: Record<string, SaxesAttributePlain | string>; text: string }

/** The elements of a document as a strict XML parser reads it, in the order they end. Throws when it is not well-formed. */
export function readXml(xml: string): Read[] {
  const parser = new SaxesParser({ xmlns: false })
  const open: Read[] = []
  const all: Read[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => open.push({ name, attributes, text: '' }))
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed) all.push(closed)
  })
  parser.write(xml).close()
  return all
}

export const textsOf = (xml: string, name: string) =>
  readXml(xml)
    .filter((read) => read.name === name)
    .map(({ text }) => text)
