/**
 * The publication's mark: three dots, the sign for "therefore". One drawing for the page, the drawn cards and, through
 * `npm run icons`, the files in public/.
 */
export const logo = {
  width: 20,
  height: 18,
  radius: 3,
  dots: [
    { x: 10, y: 3 },
    { x: 3, y: 15 },
    { x: 17, y: 15 },
  ],
} as const
