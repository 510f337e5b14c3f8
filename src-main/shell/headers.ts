/**
 * What a page of ours may do: its own scripts, styles, fonts and calls; pictures also from memory (a logo, a preview).
 * Nothing inline, nothing from elsewhere, no frame, no form that leaves, no text turned into code.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const deniedFeatures = ['camera', 'microphone', 'geolocation', 'usb', 'serial', 'hid', 'payment', 'midi']

/** The headers of every answer of both shells. Nothing is kept in a cache: pages of a clinic are not left on a disk. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': deniedFeatures.map((feature) => `${feature}=()`).join(', '),
  'cache-control': 'no-store',
}
