import { site } from '@/site.config'

const { light, dark } = site.colours
type Colour = keyof typeof light

/** The publication's colours as custom properties, for style sheets that are not part of the pages'. */
export const colourTokens = (Object.keys(light) as Colour[])
  .map((name) => `--${name}:light-dark(${light[name]},${dark[name]})`)
  .join(';')
