/** A printed paper as a call answers with it. */
export type Paper = { readonly fileName: string; readonly pdfBase64: string }

/** A calendar file as a call answers with it. */
export type CalendarFile = { readonly fileName: string; readonly text: string }

/** Hands a PDF to the person: the browser's or the window's own way of saving a file. */
export function savePaper({ fileName, pdfBase64 }: Paper): void {
  const bytes = Uint8Array.from(atob(pdfBase64), (letter) => letter.codePointAt(0) ?? 0)
  save(fileName, new Blob([bytes], { type: 'application/pdf' }))
}

/** Hands a calendar file to the person. */
export function saveCalendar({ fileName, text }: CalendarFile): void {
  save(fileName, new Blob([text], { type: 'text/calendar' }))
}

function save(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download has its own hold on the bytes by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
