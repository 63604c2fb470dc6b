'use client'

import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'

/** Says so when the page was opened at an address from which the server takes no changes. */
export function AddressNotice({ origins }: { origins: readonly string[] }) {
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => setHere(window.location.origin), [])
  const known = origins.at(0)
  if (here === null || known === undefined || origins.includes(here)) return null
  return (
    <Notice tone="warn" title={`Sign-in works at ${known} only`}>
      You opened this page at {here}. Go to{' '}
      <a className="link" href={known}>
        {known}
      </a>
      , or let whoever runs this Assay set ASSAY_URL to the address you use.
    </Notice>
  )
}
