/**
 * The facts of the publication. Another newsroom changes this file and nothing else.
 * Imports nothing, so that every room may read it.
 */
export const site = {
  name: 'The Inference',
  /** The line under the name, and the description of the front page for machines. */
  description: 'News on artificial intelligence, written from the primary sources.',
  /** BCP 47, for `<html lang>`; `locale` is the same for Open Graph. */
  language: 'en',
  locale: 'en_US',
  /** IANA name. A date without a time in front matter is that day here, and times are shown in it. */
  timeZone: 'Europe/Berlin',
  /** Used when neither SITE_URL nor Vercel says what the public address is. */
  fallbackOrigin: 'http://localhost:3000',
  /** The main sections in the order of the masthead. Other categories work, but have no place in the masthead. */
  sections: [
    {
      slug: 'news',
      name: 'News',
      description: 'Releases, companies and the people who run them.',
    },
    {
      slug: 'research',
      name: 'Research',
      description: 'Papers, results and what they do and do not show.',
    },
    {
      slug: 'policy',
      name: 'Policy',
      description: 'Laws, courts and regulators, from Brussels to Sacramento.',
    },
    {
      slug: 'chips',
      name: 'Chips',
      description: 'The hardware that models run on, and the rules about who may buy it.',
    },
  ],
  /** Author files under authors/ must exist for these. */
  houseByline: 'desk',
  /** Standing pages in the footer, by slug; each is a post with `layout: page`. */
  footerPages: ['about', 'corrections-policy', 'privacy', 'contact'],
  /** Policies that structured data points to. */
  policies: { corrections: 'corrections-policy', ethics: 'about', masthead: 'about' },
  logo: { src: '/logo.png', width: 600, height: 600 },
  /** The branch that is published: `npm run follow` and the webhook go by it. */
  branch: 'main',
  /**
   * 'signed': only a commit with an SSH signature of somebody in `allowedSigners` (ssh-keygen's format) is published. That
   * file belongs to the deployment: a path in the repository, which no push changes before it is deployed, or one of the machine.
   */
  verify: 'off' as 'off' | 'signed',
  allowedSigners: '.github/allowed_signers',
  repository: 'https://github.com/example/the-inference',
  /**
   * Another host that serves public/, such as 'https://assets.example.org': drawings and files are then loaded from there, so that nothing
   * in them can ever be a document of the site itself. '' for none.
   */
  assetOrigin: '' as string,
  /** Where to report a weakness of the site in private, for security.txt: an https: or mailto: address. */
  securityContact: 'https://github.com/example/the-inference/security/advisories/new',
  /**
   * Colours for what cannot read a style sheet: icons, drawn cards, the browser's own frame. Those of the pages stand in
   * app/styles/tokens.css; a test holds the two together.
   */
  colours: {
    light: { paper: '#fffdf8', ink: '#1a1814', quiet: '#5a5549', rule: '#d8d1c1', accent: '#a3290f' },
    dark: { paper: '#141412', ink: '#ebe6da', quiet: '#aca596', rule: '#3a372f', accent: '#ff8f70' },
  },
  /**
   * How addresses looked on the site before this one, in Jekyll's words: :year :month :day :title :categories. An address
   * of that form leads to the story of that name and day.
   */
  permalinks: ['/:year/:month/:day/:title.html'],
  /** How many stories a list page shows, and how many of the newest are built before the first visit. */
  perPage: 20,
  prerender: 200,
  /**
   * Whether browsers keep stories for reading without a connection. Switched off, every browser that comes by throws away
   * what it kept.
   */
  offlineReading: true,
  /** A story older than this many years says so. */
  oldAfterYears: 2,
} as const

export type Section = (typeof site.sections)[number]
