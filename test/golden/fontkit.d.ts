// fontkit ships no types; this is the part of it that the tests use.
declare module 'fontkit' {
  export function create(bytes: Uint8Array): {
    readonly numGlyphs: number
    getGlyph(id: number): { readonly path: { toSVG(): string } }
    glyphForCodePoint(codePoint: number): { readonly id: number; readonly path: { toSVG(): string } }
  }
}
