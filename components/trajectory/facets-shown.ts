export const facetsShown = ['auto', 'open', 'closed'] as const
/** auto: shown where there is room beside the list. */
export type FacetsShown = (typeof facetsShown)[number]

/** The cookie that keeps it, so that the first paint is right. */
export const FACETS_COOKIE = 'assay-facets'

export function readFacetsShown(value: string | undefined): FacetsShown {
  return facetsShown.find((one) => one === value) ?? 'auto'
}

/** Browser only. */
export function keepFacetsShown(shown: FacetsShown): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing over plain http
  document.cookie = `${FACETS_COOKIE}=${shown}; path=/; max-age=31536000; samesite=lax`
}
