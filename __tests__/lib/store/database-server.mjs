/**
 * A stand-in for a libSQL server, for tests alone: `node database-server.mjs <file> <token>` answers the documented protocol
 * (Hrana 3 over HTTP, docs/HRANA_3_SPEC.md of tursodatabase/libsql) as far as the driver speaks it, for questions. It is
 * a process of its own because the driver waits for the answer without letting anything else run in its process. Prints
 * its port, then every statement it is asked to run.
 */
import { createServer } from 'node:http'
import Database from 'libsql'

const [file, token] = process.argv.slice(2)
const database = new Database(file)

const outward = (value) => {
  if (value === null) return { type: 'null' }
  if (typeof value === 'string') return { type: 'text', value }
  return Number.isInteger(value) ? { type: 'integer', value: String(value) } : { type: 'float', value }
}
const inward = ({ type, value }) => (type === 'null' ? null : type === 'text' ? value : Number(value))

function execute({ sql, args = [] }) {
  console.log(sql)
  const statement = database.prepare(sql)
  const columns = statement.columns()
  const rows = columns.length > 0 ? statement.raw(true).all(args.map(inward)) : []
  if (columns.length === 0) statement.run(args.map(inward))
  return {
    cols: columns.map(({ name, type }) => ({ name, decltype: type })),
    rows: rows.map((row) => row.map(outward)),
    ...{ affected_row_count: 0, last_insert_rowid: null, replication_index: null },
    ...{ rows_read: rows.length, rows_written: 0, query_duration_ms: 0 },
  }
}

const answers = {
  execute: ({ stmt }) => ({ result: execute(stmt) }),
  describe: ({ sql }) => ({
    result: {
      ...{ params: Array.from({ length: sql.split('?').length - 1 }, () => ({ name: null })) },
      cols: database
        .prepare(sql)
        .columns()
        .map(({ name, type }) => ({ name, decltype: type })),
      ...{ is_explain: false, is_readonly: true },
    },
  }),
  batch: ({ batch }) => {
    const results = batch.steps.map(({ stmt }) => execute(stmt))
    return { result: { step_results: results, step_errors: results.map(() => null) } }
  },
  get_autocommit: () => ({ is_autocommit: true }),
  close: () => ({}),
}

function answer(request) {
  try {
    const known = answers[request.type]
    if (!known) throw new Error(`The stand-in does not know ${request.type}.`)
    return { type: 'ok', response: { type: request.type, ...known(request) } }
  } catch (error) {
    return { type: 'error', error: { message: error.message, code: error.code || 'SQL_INPUT_ERROR' } }
  }
}

function* entries({ steps }) {
  for (const [step, { stmt }] of steps.entries()) {
    const { cols, rows, affected_row_count, last_insert_rowid } = execute(stmt)
    yield { type: 'step_begin', step, cols }
    for (const row of rows) yield { type: 'row', row }
    yield { type: 'step_end', affected_row_count, last_insert_rowid }
  }
}

const server = createServer(async (request, response) => {
  if (token && request.headers.authorization !== `Bearer ${token}`) {
    return void response.writeHead(401).end('{"error":"Unauthorized"}')
  }
  let text = ''
  for await (const chunk of request) text += chunk
  const body = JSON.parse(text)
  response.setHeader('content-type', 'application/json')
  const head = { baton: null, base_url: null }
  if (request.url === '/v3/pipeline')
    return void response.end(JSON.stringify({ ...head, results: body.requests.map(answer) }))
  if (request.url === '/v3/cursor')
    return void response.end(
      [head, ...entries(body.batch)].map((line) => `${JSON.stringify(line)}\n`).join(''),
    )
  response.writeHead(404).end()
})
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => console.log(server.address().port))
