import type { ElementContent } from 'hast'
import { BodyError } from '@/lib/render/body'
import { rehypeGuard } from '@/lib/render/guard-output'
import { mdx } from './render-body'

const guard = (node: ElementContent) => () => rehypeGuard(mdx(''))({ type: 'root', children: [node] })
const element = (tagName: string, properties = {}): ElementContent => ({
  type: 'element',
  tagName,
  properties,
  children: [],
})

describe('P1: the last look before the compile, should a step before it fail', () => {
  it.each([
    element('script'),
    element('constructor'),
    element('p', { onClick: 'x' }),
    element('p', { style: 'x' }),
    element('p', { className: ['fixed'] }),
    element('div', { className: ['table', 'fixed'] }),
    element('a', { href: 'javascript:x' }),
    element('img', { src: 'https://x.test/y.png' }),
    element('img', { src: '/a.png', srcSet: 'https://x.test/y.png' }),
    element('h2', { id: '__next_f' }),
    { type: 'raw', value: '<script>' } as unknown as ElementContent,
    { type: 'comment', value: 'x' } as ElementContent,
    { type: 'mdxTextExpression', value: 'x' } as ElementContent,
    { type: 'mdxJsxFlowElement', name: 'script', attributes: [], children: [] } as ElementContent,
    { type: 'mdxJsxFlowElement', name: 'constructor', attributes: [], children: [] } as ElementContent,
    {
      type: 'mdxJsxFlowElement',
      name: 'Note',
      attributes: [{ type: 'mdxJsxAttribute', name: 'style', value: 'x' }],
      children: [],
    } as ElementContent,
    {
      type: 'mdxJsxFlowElement',
      name: 'Note',
      attributes: [{ type: 'mdxJsxExpressionAttribute', value: '...x' }],
      children: [],
    } as ElementContent,
  ])('refuses %j', (node) => expect(guard(node)).toThrow(BodyError))

  it('lets through what is allowed', () => {
    expect(guard(element('a', { href: '/x', className: ['anchor'] }))).not.toThrow()
    expect(guard(element('img', { src: '/x.png', alt: '' }))).not.toThrow()
  })
})
