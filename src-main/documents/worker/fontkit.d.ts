// fontkit ships no types; this is the part of it that is used.
declare module 'fontkit' {
  export function create(bytes: Uint8Array): {
    layout(text: string): unknown
    hasGlyphForCodePoint(codePoint: number): boolean
    /** Every glyph that was asked for, by its id, with the signs it stood for the first time. */
    _glyphs: Record<number, unknown>
  }
}
