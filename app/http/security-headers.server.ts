/** Nothing inline and nothing from elsewhere: what members write can bring no script, frame or picture of a stranger's. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
].join('; ')

/** What no page here asks a browser for; keys alone are for this site's own pages. */
const permissions = [
  ...['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture'].map((name) => `${name}=()`),
  ...['publickey-credentials-get', 'publickey-credentials-create'].map((name) => `${name}=(self)`),
].join(', ')

const aYear = 365 * 86_400

export const securityHeaders = (isSecure: boolean): Record<string, string> => ({
  ...(isSecure ? { 'strict-transport-security': `max-age=${aYear}` } : {}),
  'permissions-policy': permissions,
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
})
