import { create } from 'fontkit'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** A parsed font. */
export type Face = {
  layout(text: string): unknown
  hasGlyphForCodePoint(codePoint: number): boolean
}

/** The fonts of the papers. Chinese is parsed when the first sign needs it: most papers never do. */
export type Faces = {
  readonly regular: Face
  readonly bold: Face
  han(): Face
  /** To be called before each document, so that it comes out as with fonts just parsed. */
  refresh(): void
}

const files = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
  han: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
}

/** Parses the fonts from the installed packages; throws when one is not installed. */
export function loadFaces(): Faces {
  const { resolve } = createRequire(import.meta.url)
  const parsed = new Map<string, ReturnType<typeof create>>()
  const load = (file: string): Face => {
    const font = parsed.get(file) ?? create(readFileSync(resolve(file)))
    parsed.set(file, font)
    return font
  }
  return {
    regular: load(files.regular),
    bold: load(files.bold),
    han: () => load(files.han),
    // fontkit keeps a glyph with the signs of its first use: after an N was fetched as a part of Ñ, every later N would
    // be printed, but read, searched and spoken as nothing
    refresh: () => {
      for (const font of parsed.values()) font._glyphs = {}
    },
  }
}
