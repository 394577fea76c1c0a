import { playerUrl } from '@/lib/render/video-embed'

const youtube = 'https://www.youtube-nocookie.com/embed/outcGtbnMuQ?autoplay=1'

test.each([
  ['https://www.youtube.com/watch?v=outcGtbnMuQ', youtube],
  ['https://m.youtube.com/watch?feature=shared&v=outcGtbnMuQ', youtube],
  ['https://youtu.be/outcGtbnMuQ?t=90s', `${youtube}&start=90`],
  ['https://www.youtube.com/live/outcGtbnMuQ', youtube],
  ['https://www.youtube.com/shorts/outcGtbnMuQ', youtube],
  ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1'],
  [
    'https://vimeo.com/76979871/8272103f6e',
    'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=8272103f6e',
  ],
  [
    'https://player.vimeo.com/video/76979871?h=8272103f6e',
    'https://player.vimeo.com/video/76979871?dnt=1&autoplay=1&h=8272103f6e',
  ],
])('%s plays in a frame of its host', (page, player) => {
  expect(playerUrl(page)).toBe(player)
})

test.each([
  'https://www.youtube.com/@OpenAI',
  'https://www.youtube.com/watch?v=outcGtbnMuQ%22onload',
  'https://www.youtube.com/watch?v=short',
  'https://vimeo.com/channels/staffpicks',
])('%s is no film, so it stays a link', (page) => {
  expect(playerUrl(page)).toBeUndefined()
})
