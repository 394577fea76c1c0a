/**
 * What belongs to the newsroom and not to the engine: the paths that publishing takes from a push, folders with a slash at
 * the end. Everything else in the repository is code or configuration, and needs a deployment. The one list of them.
 */
export const newsroomPaths = [
  ...['posts/', 'authors/', 'public/', 'style/', 'theme/', 'live/', 'newsletters/'],
  ...['front.yml', 'addresses.txt', 'gone.yml', 'previews.yml'],
] as const

/** The same as git's pathspecs, to the letter. */
export const newsroomPathspecs = newsroomPaths.map((path) => `:(top,literal)${path.replace(/\/$/, '')}`)

/** Whether a path of the repository is the newsroom's. A file called `posts` is, too: it stands where the folder belongs. */
export const isNewsroomPath = (path: string) =>
  newsroomPaths.some((own) => (own.endsWith('/') ? `${path}/`.startsWith(own) : path === own))
