// What pdfkit 0.20 can do and its published types (0.17) do not know: https://github.com/foliojs/pdfkit, CHANGELOG.

declare namespace PDFKit.Mixins {
  interface PDFFont {
    /** A font that fontkit has parsed: three to six times as fast as its bytes. */
    registerFont(name: string, parsed: { layout(text: string): unknown }): this
  }
  interface OpenedImage {
    readonly width: number
    readonly height: number
  }
  interface PDFImage {
    openImage(src: string): OpenedImage
    image(opened: OpenedImage, x: number, y: number, options: ImageOption): this
  }
  interface StructureElementOptions {
    /** For TH: which cells it heads. */
    scope?: 'Column' | 'Row'
  }
}

declare namespace PDFKit {
  interface PDFDocument {
    // oxlint-disable-next-line typescript/no-misused-new -- the published types are an interface with a constructor
    new (options: Omit<PDFDocumentOptions, 'subset'> & { subset: 'PDF/UA' }): PDFDocument
  }
}
