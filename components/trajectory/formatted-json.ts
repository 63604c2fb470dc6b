/** Longer text is shown as it was written: formatting it would make the page wait. */
const MOST = 200_000

/** The text with line breaks and indents where it is one JSON object or list on few lines; else null. */
export function formattedJson(text: string): string | null {
  const trimmed = text.trim()
  if (trimmed.length > MOST || !/^[[{]/.test(trimmed)) return null
  try {
    const formatted = JSON.stringify(JSON.parse(trimmed), null, 2)
    return formatted === trimmed ? null : formatted
  } catch {
    return null
  }
}
