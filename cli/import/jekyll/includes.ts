const video = (address: string) =>
  `{% assign video = include.id | default: include.video_id | default: include.video %}<${address}{{ video }}>`
const picture =
  '{% assign src = include.src | default: include.url | default: include.image_path | default: include.image | default: include.file %}' +
  '![{{ include.alt | default: include.caption }}]({{ src }}{% if include.caption %} "{{ include.caption | replace: \'"\', "”" }}"{% endif %})'
const note = '> {{ include.content | default: include.text }}'

/**
 * Includes that many sites have by these names, as the Markdown they come to. A file of the site's own `_includes` goes
 * before.
 */
export const knownIncludes: Record<string, string> = {
  ...named(
    ['youtube', 'youtubePlayer', 'youtube-player', 'youtube_embed'],
    video('https://www.youtube.com/watch?v='),
  ),
  ...named(['vimeo', 'vimeoPlayer', 'vimeo_embed'], video('https://vimeo.com/')),
  ...named(['figure', 'image', 'img', 'picture', 'image-caption'], picture),
  ...named(['note', 'tip', 'warning', 'important', 'alert', 'callout'], note),
  ...named(['gist'], '<https://gist.github.com/{{ include.id | default: include.gist }}>'),
  ...named(['toc', 'toc_list'], ''),
}

function named(names: string[], template: string): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => ['', '.html', '.md', '.liquid'].map((end) => [name + end, template])),
  )
}
