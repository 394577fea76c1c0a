/** What social networks and feed readers take without complaint: pictures for sharing have fewer bytes. */
export const mostBytes = 600_000
