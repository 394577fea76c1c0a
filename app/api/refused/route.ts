/** Rejects requests with a body or a server action, which the site does not use. next.config.js rewrites them to this route. */
const refuse = () => new Response('Method not allowed\n', { status: 405, headers: { Allow: 'GET, HEAD' } })

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT }
