import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

type Step = { uses?: string; run?: string; with?: Record<string, unknown> }
type Workflow = {
  on: Record<string, unknown>
  permissions?: unknown
  jobs: Record<string, { steps: Step[] }>
}

const folder = '.github/workflows'
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(`${folder}/${name}`, 'utf8'),
}))
const read = (text: string): Workflow => parse(text)

describe.each(workflows)('the workflow $name', ({ text }) => {
  const { on, permissions, jobs } = read(text)
  const steps = Object.values(jobs).flatMap((job) => job.steps)

  test('gives code of outsiders neither secrets nor rights', () => {
    expect(Object.keys(on)).not.toContain('pull_request_target')
    expect(permissions).toEqual({ contents: 'read' })
    expect(text).not.toContain('secrets.')
  })

  test('uses actions by the digest of a commit, which nobody can move', () => {
    const used = steps.flatMap(({ uses }) => uses ?? [])
    expect(used.length).toBeGreaterThan(0)
    expect(used.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([])
  })

  test('puts nothing an outsider wrote into a command', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
  })

  test('leaves no token behind in the checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
  })
})

test('the content of a pull request is checked by the code of the branch it is for', () => {
  const { on, jobs } = read(readFileSync(`${folder}/content.yml`, 'utf8'))
  expect(Object.keys(on)).toEqual(['pull_request'])
  const steps = jobs.check?.steps ?? []
  const [ours, theirs] = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(ours?.with?.ref).toContain('github.event.pull_request.base.sha')
  expect(theirs?.with).toMatchObject({ path: 'proposed', submodules: false })
  const runs = steps.flatMap(({ run }) => run ?? [])
  expect(runs[0]).toContain('--ignore-scripts')
  expect(runs.at(-1)).toBe('npm run check:posts -- --root proposed --format github')
})

test('every folder that has owners is there', () => {
  const lines = readFileSync('.github/CODEOWNERS', 'utf8')
    .split('\n')
    .filter((line) => /^[/*]/.test(line))
  const paths = lines.map((line) => line.split(/\s+/)[0] ?? '').filter((path) => path !== '*')
  expect(paths.length).toBeGreaterThan(4)
  expect(paths.filter((path) => !existsSync(`.${path}`))).toEqual([])
})
