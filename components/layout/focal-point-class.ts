/**
 * The classes that keep a focal point in view when a picture is cropped, rounded to quarters. `x` and `y` run from 0 to 1.
 * Classes, because the content security policy allows no style attributes.
 */
export function focalPointClass({ x, y }: { x: number; y: number }): string | undefined {
  const [across, down] = [Math.round(x * 4), Math.round(y * 4)]
  return across === 2 && down === 2 ? undefined : `focus-x-${across} focus-y-${down}`
}
