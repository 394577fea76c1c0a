import { site } from '@/site.config'

const { light, dark } = site.colours
type Colour = keyof typeof light

/** The publication's colours as CSS custom properties, for style sheets outside app/styles: feeds and the lite edition. */
export const colourTokens = (Object.keys(light) as Colour[])
  .map((name) => `--${name}:light-dark(${light[name]},${dark[name]})`)
  .join(';')
