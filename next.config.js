// Imported text is hostile: whatever slips into a page loads nothing from elsewhere, sends nothing there, frames nothing.
const policy = {
  'default-src': "'self'",
  // Next writes its data into inline scripts; its development server evaluates code and keeps a socket.
  'script-src': `'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
}

const securityHeaders = [
  {
    key: 'Content-Security-Policy',
    value: Object.entries(policy)
      .map((rule) => rule.join(' '))
      .join('; '),
  },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
]

/** @type {import('next').NextConfig} */
export default {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // The app is served from the folder it was built in; pg and pino load files of their own at run time.
  serverExternalPackages: ['pg', 'pino', '@dbos-inc/dbos-sdk'],
  // The development server would print the arguments of actions, passwords among them.
  logging: { serverFunctions: false },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
  // The root is this folder, whatever lock files lie above it.
  turbopack: { root: import.meta.dirname },
}
