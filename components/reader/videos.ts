/** Plays a video of another site in place of the link to it. Until now nothing has been asked of that site. */
export function play(link: HTMLElement) {
  const frame = document.createElement('iframe')
  frame.className = 'player'
  frame.title = link.querySelector('.video-title')?.textContent ?? ''
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
  // YouTube does not play without knowing which site it plays on; it learns the site, not the page.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.src = link.dataset.player ?? ''
  link.replaceWith(frame)
  frame.focus()
  return true
}
