import PDFDocument from 'pdfkit'
import { linesOf, printable, runsOf, type Style } from './text.ts'
import type { Faces } from './worker/fonts.ts'

/** An element of the document's outline that screen readers follow. */
export type Element = PDFKit.PDFStructureElement
export type Content = PDFKit.PDFStructureContent

type ElementOptions = PDFKit.Mixins.StructureElementOptions

export type Line = Style & {
  readonly x: number
  readonly baseline: number
  /** The line ends at x + width instead of beginning at x. */
  readonly endsAt?: number
}

/** US Letter in points, the margins, and what is left for the text. */
export const frame = { width: 612, height: 792, left: 54, right: 558, top: 96, bottom: 724, textWidth: 504 }

/** The colours of paper: ink, secondary ink, hairlines, the accent and its tint; all text at 4.5:1 or more on white. */
export const inks = { ink: '#1d2525', quiet: '#566363', hairline: '#d3dcdb', accent: '#0b5d57', tint: '#eef5f4' }

/** From one line of text to the next, in points. */
export function leadingOf(size: number): number {
  return Math.round(size * 1.42 * 4) / 4
}

/** A tagged document that is being set, from top to bottom: text flows from `y`, a new page begins when it is full. */
export class Sheet {
  readonly root: Element
  y = frame.top
  readonly #doc: PDFKit.PDFDocument
  readonly #faces: Faces
  readonly #chunks: Uint8Array[] = []
  readonly #ended: Promise<void>
  readonly #known = new Set<string>()
  #onNewPage: () => void = () => {}

  constructor(about: { title: string; author: string; lang: string; recordedAt: number; faces: Faces }) {
    about.faces.refresh()
    const doc = new PDFDocument({
      size: [frame.width, frame.height],
      margin: 0,
      bufferPages: true,
      autoFirstPage: false,
      // without this pdfkit opens Helvetica, which is not embedded
      font: '',
      lang: about.lang,
      displayTitle: true,
      tagged: true,
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      info: {
        Title: about.title,
        Author: about.author,
        Creator: 'Infusion Desk',
        Producer: 'Infusion Desk',
        CreationDate: new Date(about.recordedAt),
      },
    })
    this.#doc = doc
    this.#faces = about.faces
    doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
    this.#ended = new Promise((done, failed) => {
      doc.on('end', done)
      doc.on('error', failed)
    })
    doc.addPage()
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
  }

  /** What to draw on top of every page after the first. */
  onNewPage(draw: () => void): void {
    this.#onNewPage = draw
  }

  newPage(): void {
    this.#doc.addPage()
    this.#onNewPage()
    this.y = frame.top
  }

  /** Begins a new page unless so much height is left on this one. */
  keep(height: number): void {
    if (this.y + height > frame.bottom && this.y > frame.top) this.newPage()
  }

  /** An element in another; end it when its children are in. */
  element(parent: Element, type: string, options: ElementOptions = {}): Element {
    const made = this.#doc.struct(type, options)
    parent.add(made)
    return made
  }

  /** An element without children that holds what is drawn. */
  leaf(parent: Element, type: string, draw: () => void, options: ElementOptions = {}): void {
    this.element(parent, type, options).add(this.content(type, draw)).end()
  }

  /** Draws something that an element will hold: for an element that goes over two pages. */
  content(type: string, draw: () => void): Content {
    const content = this.#doc.markStructureContent(type)
    draw()
    this.#doc.endMarkedContent()
    return content
  }

  /** Draws something that says nothing to a screen reader: rules, tints, what is repeated on every page. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.#doc.markContent('Artifact', { type })
    draw()
    this.#doc.endMarkedContent()
  }

  /** How wide the text is in that style, in points. */
  measure(text: string, style: Style): number {
    let width = 0
    for (const run of runsOf(text, style.weight ?? 'regular', this.#faces)) {
      this.#use(run.font)
      width += this.#doc.fontSize(style.size).widthOfString(run.text)
    }
    return width
  }

  /** The text in lines no wider than the width. */
  wrap(text: string, width: number, style: Style): string[] {
    return linesOf(printable(text), width, (piece) => this.measure(piece, style))
  }

  /** One line of text, as it is: it neither wraps nor moves `y`. */
  line(text: string, place: Line): void {
    const shown = printable(text)
    let x = place.endsAt === undefined ? place.x : place.endsAt - this.measure(shown, place)
    for (const run of runsOf(shown, place.weight ?? 'regular', this.#faces)) {
      this.#use(run.font)
      this.#doc
        .fontSize(place.size)
        .fillColor(place.color ?? inks.ink)
        .text(run.text, x, place.baseline, { lineBreak: false, baseline: 'alphabetic' })
      x += this.#doc.widthOfString(run.text)
    }
  }

  /** Text that flows over lines and pages from `y`, which moves below it. */
  paragraph(parent: Element, type: string, text: string, style: Style & { x?: number; width?: number }): void {
    const x = style.x ?? frame.left
    const leading = leadingOf(style.size)
    const lines = this.wrap(text, style.width ?? frame.right - x, style)
    this.keep(Math.min(lines.length, 3) * leading)
    const holder = this.element(parent, type)
    let rest = lines
    while (rest.length > 0) {
      const fits = Math.max(1, Math.floor((frame.bottom - this.y) / leading))
      const here = rest.slice(0, fits)
      rest = rest.slice(fits)
      const draw = (): void =>
        here.forEach((line, n) => this.line(line, { ...style, x, baseline: this.y + n * leading + style.size }))
      holder.add(this.content(type, draw))
      this.y += here.length * leading
      if (rest.length > 0) this.newPage()
    }
    holder.end()
  }

  rule(y: number, options: { from?: number; to?: number; color?: string; weight?: number } = {}): void {
    this.artifact('Layout', () =>
      this.#doc
        .moveTo(options.from ?? frame.left, y)
        .lineTo(options.to ?? frame.right, y)
        .lineWidth(options.weight ?? 0.5)
        .stroke(options.color ?? inks.hairline),
    )
  }

  panel(x: number, y: number, width: number, height: number): void {
    this.artifact('Layout', () => this.#doc.roundedRect(x, y, width, height, 5).fill(inks.tint))
  }

  /** Draws a PNG picture given in base64 as large as fits into the box; gives its width. */
  picture(png: string, x: number, y: number, box: { width: number; height: number }): number {
    const image = this.#doc.openImage(`data:image/png;base64,${png}`)
    const scale = Math.min(box.width / image.width, box.height / image.height)
    this.#doc.image(image, x, y, { width: image.width * scale, height: image.height * scale })
    return image.width * scale
  }

  /** Draws the footer of every page, now that their number is known, and closes the document. */
  async finish(footer: (page: number, pages: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    this.root.end()
    const { count } = this.#doc.bufferedPageRange()
    for (let page = 0; page < count; page++) {
      this.#doc.switchToPage(page)
      this.artifact('Pagination', () => footer(page + 1, count))
    }
    this.#doc.end()
    await this.#ended
    return joined(this.#chunks)
  }

  #use(font: 'regular' | 'bold' | 'han'): void {
    if (!this.#known.has(font)) {
      this.#doc.registerFont(font, font === 'han' ? this.#faces.han() : this.#faces[font])
      this.#known.add(font)
    }
    this.#doc.font(font)
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
