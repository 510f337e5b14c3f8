/** A printed paper as a call answers with it. */
export type Paper = { readonly fileName: string; readonly pdfBase64: string }

/** Hands a PDF to the person: the browser's or the window's own way of saving a file. */
export function savePaper({ fileName, pdfBase64 }: Paper): void {
  const bytes = Uint8Array.from(atob(pdfBase64), (letter) => letter.codePointAt(0) ?? 0)
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
