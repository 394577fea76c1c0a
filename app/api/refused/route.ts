/** Where requests go that carry something the site has no use for: a body, or the name of a function (next.config.js). */
const refuse = () => new Response('Method not allowed\n', { status: 405, headers: { Allow: 'GET, HEAD' } })

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT }
