import { site } from '@/site.config'

/**
 * Count up with every change to the tables, or to how lib/content reads a file and search/tokenize.ts folds a word: an index of another version is made
 * anew from posts/. The time zone is part of it because dates are stored as that zone shows them, the language because words are stored by
 * their stems.
 */
const schemaRelease = 15

/** For `PRAGMA user_version`: never 0, which is what an empty file has. */
export const schemaVersion = schemaRelease * 65_536 + (checksum(`${site.timeZone} ${site.language}`) || 1)

function checksum(text: string): number {
  let sum = 0
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_536
  return sum
}

/**
 * `at` is when a post is published, `changed` when a reader would say it changed last, in milliseconds. Rows of drafts and pages are in `posts` alone (and their aliases),
 * so that a list cannot show them. Lists run newest first and, at the same moment, by slug backwards, which is how
 * every index that serves one is laid out.
 */
export const schemaSql = `
-- When the last sync was ('synced'), front.yml as it was last good ('front'), what previews.yml revokes ('previews'), how drafts are kept
-- ('drafts'), which commit it saw ('tree'), and the versions of tag-versions.ts ('base', 'version').
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- Cache tags that a sync has changed since the index was begun.
CREATE TABLE tag_versions (tag TEXT PRIMARY KEY, version TEXT NOT NULL) WITHOUT ROWID;

-- What a sync saw of each file. good = 0: the stored version, if any, is not what the file says now.
CREATE TABLE files (
  path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime REAL NOT NULL, hash TEXT NOT NULL, good INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX files_held ON files (path) WHERE good = 0;
CREATE INDEX files_again ON files (path) WHERE mtime < 0;

CREATE TABLE posts (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, slug TEXT NOT NULL, layout TEXT NOT NULL, draft INTEGER NOT NULL,
  featured INTEGER NOT NULL, at INTEGER NOT NULL, changed INTEGER NOT NULL, month TEXT NOT NULL, summary TEXT NOT NULL
);
CREATE INDEX posts_slug ON posts (slug);
-- With changed, so that the sitemaps' newest changes are read from the index alone.
CREATE INDEX posts_newest ON posts (at DESC, slug DESC, changed) WHERE draft = 0 AND layout = 'post';
CREATE INDEX posts_month ON posts (month, at DESC, slug DESC) WHERE draft = 0 AND layout = 'post';
CREATE INDEX posts_featured ON posts (at DESC, slug DESC) WHERE draft = 0 AND layout = 'post' AND featured = 1;
CREATE INDEX posts_pages ON posts (slug, at) WHERE draft = 0 AND layout = 'page';
CREATE INDEX posts_when ON posts (id, at) WHERE draft = 0 AND layout = 'post';
-- Whose picture it is, should it come later than its story.
CREATE INDEX posts_picture ON posts (summary ->> '$.image.src') WHERE summary ->> '$.image.src' IS NOT NULL;
CREATE INDEX posts_next ON posts (at) WHERE draft = 0;
CREATE INDEX posts_drafts ON posts (path) WHERE draft = 1;

-- Apart from posts, so that a page of summaries lies close together on the disk.
CREATE TABLE bodies (post INTEGER PRIMARY KEY, body TEXT NOT NULL, line INTEGER NOT NULL);

-- What the check across files reads of every post.
CREATE TABLE facts (post INTEGER PRIMARY KEY, facts TEXT NOT NULL);

CREATE TABLE post_terms (
  kind TEXT NOT NULL, term TEXT NOT NULL, at INTEGER NOT NULL, slug TEXT NOT NULL, post INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (kind, term, at DESC, slug DESC, post)
) WITHOUT ROWID;
CREATE INDEX post_terms_post ON post_terms (post);

-- How many posts in lists write a category, tag or series so.
CREATE TABLE spellings (
  kind TEXT NOT NULL, slug TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, slug, name)
) WITHOUT ROWID;

CREATE TABLE aliases (alias TEXT NOT NULL, post INTEGER NOT NULL, PRIMARY KEY (alias, post)) WITHOUT ROWID;
CREATE INDEX aliases_post ON aliases (post);

-- gone.yml: addresses that were given up, by their canonical path.
CREATE TABLE gone (path TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE corrections (
  at INTEGER NOT NULL, post INTEGER NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (at DESC, post, position)
) WITHOUT ROWID;
CREATE INDEX corrections_post ON corrections (post);

CREATE TABLE authors (path TEXT PRIMARY KEY, id TEXT NOT NULL, author TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX authors_id ON authors (id);

-- Every file of public/. width = 0: not a picture that may be shown. fault: why it may not be published, as JSON.
CREATE TABLE pictures (
  src TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime REAL NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL, type TEXT NOT NULL, fault TEXT
) WITHOUT ROWID;

-- stage: which part of a sync found it, 'listing', 'pictures', 'file', 'together', 'terms', 'front', 'previews' or 'gone', and so replaces it.
CREATE TABLE problems (
  file TEXT NOT NULL, line INTEGER, column INTEGER, severity TEXT NOT NULL, rule TEXT NOT NULL, message TEXT NOT NULL,
  stage TEXT NOT NULL
);
CREATE INDEX problems_file ON problems (file);

-- rowid = posts.id. Only the places of the terms that search/tokenize.ts makes: the text itself is in bodies.
CREATE VIRTUAL TABLE search USING fts5 (
  title, description, text, tokenize = 'ascii', content = '', contentless_delete = 1
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(10.0, 4.0, 1.0)');

PRAGMA user_version = ${schemaVersion};
`
