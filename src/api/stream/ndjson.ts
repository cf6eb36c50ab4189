/**
 * The lines of a byte stream, as they become whole: a line may come in many pieces, cut anywhere,
 * also within a character. The last line need not end in a newline. Blank lines are left out.
 */
export async function* lines(
  read: () => Promise<{ done: boolean; value?: Uint8Array | undefined }>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await read()
    const parts = (rest + decoder.decode(value, { stream: !done })).split('\n')
    rest = parts.pop() ?? ''
    for (const line of parts) if (line.trim() !== '') yield line
    if (done) {
      if (rest.trim() !== '') yield rest
      return
    }
  }
}
