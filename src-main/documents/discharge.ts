import { formatDay, formatMinute, formatWeekday } from '#domain/dates'
import { closeSheet, factStrip, heading, openSheet } from './letterhead.ts'
import { frame, inks, leadingOf, type Sheet } from './page.ts'
import type { DischargePaper } from './papers.ts'
import { wordsOf, type Words } from './words.ts'
import type { Faces } from './worker/fonts.ts'

const body = { size: 9.5 }

/** The sheet that the patient and the escort take home, with the driving rule on top. */
export function printDischarge(paper: DischargePaper, faces: Faces): Promise<Uint8Array<ArrayBuffer>> {
  const { language, patient, escort, infusion, noDrivingBefore, nextAppointment, letterhead } = paper
  const words = wordsOf(language)
  const sheet = openSheet(paper, { shown: words.discharge, kind: words.dischargeTitle }, words, faces)
  factStrip(sheet, [
    { name: words.patient, value: patient.name, more: words.recordNumber(patient.recordNumber) },
    {
      name: words.infusionDay,
      value: formatDay(infusion.day, language),
      more: words.infusionEnded(formatMinute(infusion.endedMinute)),
    },
    { name: words.leftAt, value: formatMinute(paper.dischargedMinute) },
    { name: words.goesHomeWith, value: `${escort.name}, ${escort.relationship}`, more: escort.phone },
  ])
  drivingPanel(sheet, words, [
    formatWeekday(noDrivingBefore.day, language, 'long'),
    formatDay(noDrivingBefore.day, language),
    formatMinute(noDrivingBefore.minute),
  ])
  heading(sheet, words.today)
  list(sheet, words.todayList)
  if (paper.instructions !== undefined && paper.instructions.length > 0) {
    heading(sheet, words.forYou)
    list(sheet, paper.instructions)
  }
  heading(sheet, words.whatIsUsual)
  sheet.paragraph(sheet.root, 'P', words.whatIsUsualText, body)
  sheet.y += 7
  heading(sheet, words.whenToCall)
  list(sheet, [words.call911, words.call988, words.callUs(letterhead.phone)])
  if (nextAppointment !== undefined) {
    const { day, startMinute, locationName } = nextAppointment
    const when = [formatWeekday(day, language, 'long'), formatDay(day, language), formatMinute(startMinute)] as const
    sheet.paragraph(sheet.root, 'P', words.nextAppointment(...when, locationName), { ...body, weight: 'bold' })
    sheet.y += 8
  }
  signatures(sheet, words, [
    { who: words.signatures.patient, name: patient.name },
    { who: words.signatures.escort, name: escort.name },
    { who: words.signatures.staff, name: paper.dischargedBy },
  ])
  return closeSheet(sheet, paper, words)
}

function drivingPanel(sheet: Sheet, words: Words, until: readonly [weekday: string, day: string, time: string]): void {
  const inset = 14
  const width = frame.textWidth - 2 * inset
  const rule = { size: 13, weight: 'bold', color: inks.accent } as const
  const ruleLines = sheet.wrap(words.drivingRule(...until), width, rule).length
  const wholeLines = sheet.wrap(words.drivingWhole, width, body).length
  const height = 24 + ruleLines * leadingOf(rule.size) + wholeLines * leadingOf(body.size)
  sheet.keep(height)
  const { y: top } = sheet
  sheet.panel(frame.left, top, frame.textWidth, height)
  sheet.y = top + 10
  sheet.paragraph(sheet.root, 'H2', words.drivingRule(...until), { ...rule, x: frame.left + inset, width })
  sheet.y += 2
  sheet.paragraph(sheet.root, 'P', words.drivingWhole, { ...body, x: frame.left + inset, width })
  sheet.y = top + height + 13
}

function list(sheet: Sheet, items: readonly string[]): void {
  const holder = sheet.element(sheet.root, 'L')
  for (const item of items) {
    sheet.keep(leadingOf(body.size) * 2)
    const li = sheet.element(holder, 'LI')
    const baseline = sheet.y + body.size
    sheet.leaf(li, 'Lbl', () => sheet.line('•', { x: frame.left + 2, baseline, ...body, color: inks.accent }))
    sheet.paragraph(li, 'LBody', item, { ...body, x: frame.left + 14 })
    li.end()
    sheet.y += 1
  }
  holder.end()
  sheet.y += 6
}

function signatures(sheet: Sheet, words: Words, people: readonly { who: string; name: string }[]): void {
  const column = frame.textWidth / people.length
  sheet.keep(78)
  sheet.paragraph(sheet.root, 'P', words.understood, { size: 8.75, color: inks.quiet })
  const line = sheet.y + 28
  people.forEach(({ who, name }, n) => {
    const x = frame.left + n * column
    const width = column - 18
    sheet.rule(line, { from: x, to: x + width, color: inks.quiet })
    const names = sheet.wrap(name, width, { size: 8.75 })
    sheet.leaf(sheet.root, 'P', () => {
      sheet.line(who, { x, baseline: line + 12, size: 8, color: inks.quiet })
      names.forEach((text, k) => sheet.line(text, { x, baseline: line + 24 + k * 12, size: 8.75 }))
    })
  })
  sheet.y = line + 36
}
