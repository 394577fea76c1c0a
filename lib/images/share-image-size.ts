/** What social networks and feed readers take without complaint: pictures for sharing have fewer bytes. */
export const maxShareImageBytes = 600_000
