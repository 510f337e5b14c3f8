/**
 * A stock Chromium knows no custom scheme, so `app://host/path` is shown to it as `https://host.app.double/path` and turned
 * back everywhere the application looks. Source of the privileges: electron docs "protocol.registerSchemesAsPrivileged".
 */
export const suffix = '.double'

export type Privileges = { standard?: boolean; secure?: boolean; supportFetchAPI?: boolean; corsEnabled?: boolean }
export const privileged = new Map<string, Privileges>()

export function toChromium(address: string): string {
  const url = new URL(address)
  const scheme = url.protocol.slice(0, -1)
  if (!privileged.has(scheme)) return address
  return `https://${url.host || 'root'}.${scheme}${suffix}${url.pathname || '/'}${url.search}${url.hash}`
}

export function toApp(address: string): string {
  // A blob's address carries the origin of the page that made it.
  if (address.startsWith('blob:')) return `blob:${toApp(address.slice(5))}`
  const [, host, scheme, rest] = /^https:\/\/([^/]*?)\.([a-z][a-z0-9+-]*)\.double(?=[/?#]|$)(.*)$/s.exec(address) ?? []
  return scheme !== undefined && privileged.has(scheme) ? `${scheme}://${host}${rest}` : address
}

export function isModelled(address: string): boolean {
  return toApp(address) !== address
}

/** `app://clinic` for `app://clinic/index.html`; 'null' for what has no origin. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return 'null'
  const url = new URL(address)
  return url.origin === 'null' && privileged.has(url.protocol.slice(0, -1))
    ? `${url.protocol}//${url.host}`
    : url.origin
}

/** A content security policy may name the custom scheme; Chromium has to read it in its own words. */
export function policyForChromium(policy: string): string {
  return policy
    .replace(/\b([a-z][a-z0-9+-]*):\/\/([\w.-]+)/g, (whole, scheme: string) =>
      privileged.has(scheme) ? new URL(toChromium(`${whole}/`)).origin : whole,
    )
    .replace(/(?<=\s)([a-z][a-z0-9+-]*):(?=[\s;]|$)/g, (whole, scheme: string) =>
      privileged.has(scheme) ? `https://*.${scheme}${suffix}` : whole,
    )
}
