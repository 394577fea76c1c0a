import { addMetric, exposition } from '../metrics'
import { getHealth } from './health'

const noIndex: Partial<Record<'published' | 'invalid' | 'drafts' | 'scheduled', number>> & {
  synced?: string
} = {}

/** What /metrics sends: the numbers of the process, with those of the index as it is now. */
export async function getMetricsText(): Promise<string> {
  const found = await getHealth()
  const { ready } = found
  const { published, synced, invalid, drafts, scheduled } = 'published' in found ? found : noIndex
  const gauge = (name: string, help: string, value?: number) =>
    addMetric({ name, help, type: 'gauge', collect: () => (value === undefined ? [] : [{ value }]) })
  gauge('copydesk_ready', 'Whether the index is open: 1 or 0.', ready ? 1 : 0)
  gauge('copydesk_published_stories', 'Stories that readers can see.', published)
  gauge(
    'copydesk_last_sync_timestamp_seconds',
    'When the index was brought up to date.',
    synced ? Date.parse(synced) / 1000 : undefined,
  )
  const held = Object.entries({ invalid, draft: drafts, scheduled })
  addMetric({
    ...{ name: 'copydesk_held_back_files', type: 'gauge' },
    help: 'Files that readers do not see as they are, by reason.',
    collect: () =>
      held.flatMap(([reason, value]) => (value === undefined ? [] : [{ labels: { reason }, value }])),
  })
  return exposition()
}
