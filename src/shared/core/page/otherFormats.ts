/** How files begin that servers send as pages, one character a byte; documents and archives may have junk before it. */
const signatures =
  /%PDF-|PK\u0003\u0004|^\s*(?:[{[]|GIF8|\u0089PNG|RIFF.{4}WEBP|ID3[\u0002-\u0004]|\ufffdPNG|ÿØÿ|\u001f\u008b|\u001f\ufffd)/

const startCharacters = 1_024

/** Control characters that no text has; a stray one or two are the work of broken editors. */
const controls = /[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g
const mostControls = 8

/** Whether a page is PDF, JSON, an image or an archive, whatever the server called it; markup has no zero bytes. */
export function isOtherFormat(text: string): boolean {
  const start = text.slice(0, startCharacters)
  if (start.includes('\0') || signatures.test(start)) return true
  return (start.match(controls)?.length ?? 0) > mostControls
}
