/** Turns what is cut out of markup between two ASCII characters into text. */
export type TextOf = (piece: string) => string

/** Pieces of markup that is text already. */
export const asWritten: TextOf = (piece) => piece

/** Pieces of UTF-8 with one character a byte. */
export const textOfUtf8: TextOf = (piece) =>
  /[\x80-\xff]/.test(piece) ? Buffer.from(piece, 'latin1').toString('utf8') : piece
