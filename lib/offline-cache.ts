/**
 * The pages a browser keeps for reading without a connection: in which cache, and how many. The worker fills them
 * (app/sw.js), the list of saved stories reads them.
 */
export const keptPages = {
  saved: { cache: 'copydesk-saved', most: 100 },
  read: { cache: 'copydesk-read', most: 20 },
} as const
