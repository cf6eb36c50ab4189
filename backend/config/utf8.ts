const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * The text of a file, without the byte order mark that editors of Windows put before it; undefined
 * when it is not UTF-8, such as the UTF-16 that PowerShell writes.
 */
export function utf8Text(content: Buffer): string | undefined {
  try {
    const text = decoder.decode(content)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
