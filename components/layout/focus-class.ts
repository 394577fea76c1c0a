/**
 * The class that keeps a focal point in view when a picture is cropped, in steps of a quarter. A class and not
 * a style attribute: the content security policy allows no inline style.
 */
export function focusClass({ x, y }: { x: number; y: number }): string | undefined {
  const [across, down] = [Math.round(x * 4), Math.round(y * 4)]
  return across === 2 && down === 2 ? undefined : `focus-x-${across} focus-y-${down}`
}
