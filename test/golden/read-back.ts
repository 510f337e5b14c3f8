import { create } from 'fontkit'
import { inflateSync } from 'node:zlib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Tree = { readonly role?: string; readonly id?: string; readonly children?: readonly Tree[] }

/** A page as a reader sees it: its lines from top to bottom as written, its elements, the rows of its tables. */
export type ReadPage = {
  readonly lines: readonly string[]
  readonly roles: readonly string[]
  /** The head and the rows of every table on the page; what is only decoration (a repeated head) is not among them. */
  readonly rows: readonly (readonly string[])[]
  /** Where each piece of text stands, in points from the top left. */
  readonly pieces: readonly { text: string; left: number; baseline: number; width: number; size: number }[]
  /** Dark pixels of a box, as a picture of 0 and 1, four to a point. */
  ink(box: { left: number; top: number; width: number; height: number }): Promise<number[]>
}

export type ReadBack = {
  readonly pages: readonly ReadPage[]
  readonly info: Readonly<Record<string, unknown>>
  readonly close: () => Promise<void>
}

/** Reads a PDF with a reader that knows nothing of how it was made. */
export async function readBack(pdf: Uint8Array): Promise<ReadBack> {
  const task = getDocument({ data: pdf.slice(), verbosity: 0 })
  const file = await task.promise
  const { info } = await file.getMetadata()
  const pages: ReadPage[] = []
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const tree: Tree = (await page.getStructTree()) ?? {}
    const texts = new Map<string, string>()
    const pieces: { text: string; left: number; baseline: number; width: number; size: number }[] = []
    const open: (string | undefined)[] = []
    for (const item of items) {
      if ('str' in item) {
        const id = open.at(-1)
        if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
        if (item.str.trim() === '') continue
        const [, , , size, left, up] = item.transform.map(Number)
        pieces.push({
          text: item.str,
          left: left ?? 0,
          baseline: view.height - (up ?? 0),
          width: item.width,
          size: size ?? 0,
        })
      } else if (item.type === 'endMarkedContent') open.pop()
      else open.push(item.type === 'beginMarkedContentProps' ? item.id : undefined)
    }
    pages.push({
      lines: linesOf(pieces),
      roles: rolesOf(tree),
      rows: allOf(tree, 'TR')
        .map((row) => (row.children ?? []).map((cell) => textOf(cell, texts).trim()))
        // the outline of a page also has the rows that stand on other pages, without their text
        .filter((cells) => cells.some((text) => text !== '')),
      pieces,
      ink: async (box) => {
        const scale = 4
        const viewport = page.getViewport({ scale, offsetX: -box.left * scale, offsetY: -box.top * scale })
        const { canvasFactory } = file
        if (!makesCanvases(canvasFactory)) throw new Error('the reader has nothing to draw on')
        const width = Math.ceil(box.width * scale)
        const height = Math.ceil(box.height * scale)
        const { canvas, context } = canvasFactory.create(width, height)
        await page.render({ canvas, viewport }).promise
        const { data } = context.getImageData(0, 0, width, height)
        return Array.from({ length: data.length / 4 }, (_, n) => ((data[n * 4] ?? 255) < 128 ? 1 : 0))
      },
    })
  }
  return { pages, info: Object.fromEntries(Object.entries(info)), close: () => task.destroy() }
}

/** The font programs inside a PDF, parsed from its bytes. */
export function embeddedFonts(pdf: Uint8Array): { name: string; glyphs: string[] }[] {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  return [...text.matchAll(/\/FontFile2 (\d+) 0 R/g)].map(([, object]) => {
    const start = text.indexOf(`\n${object} 0 obj`)
    const from = text.indexOf('stream\n', start) + 'stream\n'.length
    const length = Number(/\/Length (\d+)/.exec(text.slice(start, from))?.[1])
    const font = create(inflateSync(bytes.subarray(from, from + length)))
    const glyphs = Array.from({ length: font.numGlyphs }, (_, id) => font.getGlyph(id).path.toSVG())
    const name = new RegExp(String.raw`/FontName /[A-Z]+\+(\S+)[^>]*?/FontFile2 ${object} 0 R`).exec(text)?.[1] ?? ''
    return { name, glyphs }
  })
}

function linesOf(pieces: ReadPage['pieces']): string[] {
  const lines: { baseline: number; text: string; end: number }[] = []
  for (const { text, left, baseline, width } of [...pieces].sort(
    (a, b) => a.baseline - b.baseline || a.left - b.left,
  )) {
    const last = lines.at(-1)
    if (last === undefined || Math.abs(last.baseline - baseline) > 0.5)
      lines.push({ baseline, text, end: left + width })
    else {
      const gap = left - last.end
      last.text += (gap > 5 ? ' | ' : gap > 1 ? ' ' : '') + text
      last.end = left + width
    }
  }
  return lines.map(({ text }) => text)
}

function rolesOf(tree: Tree): string[] {
  return [tree.role ?? [], (tree.children ?? []).flatMap(rolesOf)].flat()
}

function allOf(tree: Tree, role: string): Tree[] {
  if (tree.role === role) return [tree]
  return (tree.children ?? []).flatMap((child) => allOf(child, role))
}

function textOf(tree: Tree, texts: ReadonlyMap<string, string>): string {
  const own = tree.id === undefined ? '' : (texts.get(tree.id) ?? '')
  return own + (tree.children ?? []).map((child) => textOf(child, texts)).join('')
}

type CanvasFactory = {
  create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D }
}

function makesCanvases(factory: object): factory is CanvasFactory {
  return 'create' in factory && typeof factory.create === 'function'
}
