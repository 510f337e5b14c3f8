import type { CdpSession } from '#double/cdp'

type PdfOptions = {
  landscape?: boolean
  displayHeaderFooter?: boolean
  printBackground?: boolean
  scale?: number
  pageSize?: string | { width: number; height: number }
  margins?: { top?: number; bottom?: number; left?: number; right?: number }
  pageRanges?: string
  headerTemplate?: string
  footerTemplate?: string
  preferCSSPageSize?: boolean
  generateTaggedPDF?: boolean
  generateDocumentOutline?: boolean
}

const inches: Readonly<Record<string, { width: number; height: number }>> = {
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.7 },
  Letter: { width: 8.5, height: 11 },
  Legal: { width: 8.5, height: 14 },
}

/** Source: electron docs "contents.printToPDF(options)": the same printing path of Chromium, 0.4 inch margins by default. */
export async function printPage(page: CdpSession, options: PdfOptions): Promise<Buffer> {
  const { pageSize = 'Letter', margins = {}, ...rest } = options
  const size = typeof pageSize === 'string' ? inches[pageSize] : pageSize
  if (!size) throw new Error(`[electron-double] page size ${JSON.stringify(pageSize)} is not modelled`)
  const printed = await page.send('Page.printToPDF', {
    ...rest,
    paperWidth: size.width,
    paperHeight: size.height,
    marginTop: margins.top ?? 0.4,
    marginBottom: margins.bottom ?? 0.4,
    marginLeft: margins.left ?? 0.4,
    marginRight: margins.right ?? 0.4,
    transferMode: 'ReturnAsBase64',
  })
  return Buffer.from(printed.data, 'base64')
}
