/** @type {import('next').NextConfig} */
export default {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // The app is served from the folder it was built in; pg and pino load files of their own at run time.
  serverExternalPackages: ['pg', 'pino', '@dbos-inc/dbos-sdk'],
  // The root is this folder, whatever lock files lie above it.
  turbopack: { root: import.meta.dirname },
}
