/** Nothing inline and nothing from elsewhere: what members write can bring no script, frame or picture of a stranger's. */
const policyFor = (ancestors: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors}`,
    "manifest-src 'self'",
  ].join('; ')

const policy = policyFor("'none'")

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

/** The one page that other sites may frame: it shows what everybody sees, and has nothing to press. */
export const isForFrames = (url = '') => /^\/claims\/[\w-]+\/embed(?:\?|$)/.test(url)

/** In place of what other pages say. */
export const forFrames = { 'content-security-policy': policyFor('*') }
export const forNoFrames = { 'content-security-policy': policy }
