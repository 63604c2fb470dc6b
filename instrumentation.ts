/** Next calls this once, before it answers anything. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { believeOnlyProxies } = await import('@/lib/auth/forwarded')
  believeOnlyProxies()
}
