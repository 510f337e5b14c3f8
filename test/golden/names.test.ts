import { printPaper } from '#documents/print'
import { loadFaces } from '#documents/worker/fonts'
import { create } from 'fontkit'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { embeddedFonts, readBack, type ReadBack } from './read-back.ts'
import { invoiceOf, zoe } from './samples.ts'

// A name can be read out of a PDF and still be blank on paper: these tests look at the shapes.

const faces = loadFaces()
const { resolve } = createRequire(import.meta.url)
const han = create(readFileSync(resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')))
const bold = create(readFileSync(resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf')))

function printFor(name: string): Promise<Uint8Array> {
  return printPaper(invoiceOf({ patient: { ...zoe, name } }), faces)
}

function boxOf({ pages }: ReadBack, name: string): { left: number; top: number; width: number; height: number } {
  // a reader may cut a line where letters are kerned
  const pieces = pages[0]?.pieces.filter(({ size, left }) => size === 12 && left < 340) ?? []
  const [first] = pieces
  const last = pieces.at(-1)
  if (first === undefined || last === undefined) throw new Error('no name is on the page')
  expect(pieces.map(({ text }) => text).join('')).toBe(name)
  const { left, baseline, size } = first
  return { left, top: baseline - size, width: last.left + last.width - left, height: size * 1.25 }
}

async function inkOf(
  file: ReadBack,
  box: { left: number; top: number; width: number; height: number },
): Promise<number[]> {
  return (await file.pages[0]?.ink(box)) ?? []
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

test('the three signs of 李小龙 are in the file, in the shapes of the font', async () => {
  const font = embeddedFonts(await printFor('李小龙')).find(({ name }) => name.startsWith('NotoSansSC'))
  for (const sign of '李小龙') {
    const glyph = han.glyphForCodePoint(sign.codePointAt(0) ?? 0)
    expect(glyph.id).not.toBe(0)
    expect(glyph.path.toSVG()).not.toBe('')
    expect(font?.glyphs).toContain(glyph.path.toSVG())
  }
})

test('李小龙 is drawn: each sign leaves ink, and no two the same', async () => {
  const file = await readBack(await printFor('李小龙'))
  const box = boxOf(file, '李小龙')
  const signs = await Promise.all(
    [0, 1, 2].map((n) => inkOf(file, { ...box, left: box.left + (n * box.width) / 3, width: box.width / 3 })),
  )
  for (const ink of signs) expect(sum(ink)).toBeGreaterThan(100)
  expect(new Set(signs.map((ink) => ink.join(''))).size).toBe(3)
  await file.close()
})

test('Zoë Müller-Ñáñez is drawn with its dots and tildes, however they were typed', async () => {
  const name = 'Zoë Müller-Ñáñez'
  const composed = await printFor(name)
  const shapes = embeddedFonts(composed).flatMap(({ glyphs }) => glyphs)
  for (const sign of new Set(name.replace(' ', ''))) {
    expect(shapes).toContain(bold.glyphForCodePoint(sign.codePointAt(0) ?? 0).path.toSVG())
  }
  expect(await printFor(name.normalize('NFD'))).toEqual(composed)
  const marked = await readBack(composed)
  const bare = await readBack(await printFor('Zoe Muller-Nanez'))
  const box = boxOf(marked, name)
  expect(boxOf(bare, 'Zoe Muller-Nanez').left).toBe(box.left)
  expect(sum(await inkOf(marked, box))).toBeGreaterThan(sum(await inkOf(bare, box)) + 40)
  await marked.close()
  await bare.close()
})

test('a name of two scripts stands on one line, its parts beside each other', async () => {
  const file = await readBack(await printFor('李小龙 (Bruce Lee)'))
  expect(file.pages[0]?.lines).toContain('李小龙 (Bruce Lee)')
  await file.close()
})

test('line breaks and invisible signs in a name do not break the page', async () => {
  const file = await readBack(await printFor('Ana\n\tGarcía​\u0000 Hernández'))
  expect(file.pages[0]?.lines).toContain('Ana García Hernández')
  await file.close()
})
