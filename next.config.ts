import type { NextConfig } from 'next'

const config: NextConfig = {
  // npm test checks the types of everything; the first start of a depot need not wait for that.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Its threads are started from its own files.
  serverExternalPackages: ['piscina'],
  poweredByHeader: false,
  devIndicators: false,
}

export default config
