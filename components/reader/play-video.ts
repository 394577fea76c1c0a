/** Replaces the link to a video on another site with its player. Until then nothing is loaded from that site. */
export function playVideo(link: HTMLElement) {
  const frame = document.createElement('iframe')
  frame.className = 'player'
  frame.title = link.querySelector('.video-title')?.textContent ?? ''
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture'
  // YouTube does not play without a referrer; this tells it the site, not the page.
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  frame.src = link.dataset.player ?? ''
  link.replaceWith(frame)
  frame.focus()
  return true
}
