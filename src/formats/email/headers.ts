/** Whether a text begins as e-mails do. */

const HEADERS =
  /^(?:from|to|cc|subject|date|received|return-path|delivered-to|message-id|mime-version|content-type|reply-to|dkim-signature|x-[\w-]+|list-[\w-]+):/i

/** At least two headers that e-mails have, a sender among them, before anything else. */
export function isEmail(text: string): boolean {
  const [headers = ''] = text.split(/\r?\n\r?\n/, 1)
  const lines = headers.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line))
  // The end of the beginning may stand in the middle of a line.
  if (headers.length === text.length) lines.pop()
  if (lines.length < 2 || !lines.every((line) => /^[!-9;-~]+:|^From /.test(line))) return false
  const known = lines.filter((line) => HEADERS.test(line))
  return known.length >= 2 && known.some((line) => /^(?:from|received|return-path|delivered-to):/i.test(line))
}
