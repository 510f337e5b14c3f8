const sentences: Readonly<Record<number, readonly [heading: string, sentence: string]>> = {
  401: [
    'A new link is needed',
    'Infusion Desk opens with a link that works once, and this one was used, or there is none in the address. Go to the window in which it was started and press Enter there: it prints a new link.',
  ],
  403: ['Not allowed', 'This request did not come from Infusion Desk.'],
  404: ['Not here', 'There is no such page.'],
  405: ['Not allowed', 'This address cannot be used this way.'],
  415: ['Not allowed', 'This kind of message is not read here.'],
  421: ['Wrong address', 'Use the address that Infusion Desk printed when it was started. It begins with 127.0.0.1.'],
  500: ['Something went wrong', 'Start Infusion Desk again.'],
}

/** A page for a person who stands outside: no script, no style, nothing about the clinic. */
export function plainPage(status: number): string {
  const [heading, sentence] = sentences[status] ?? ['Not available', 'Start Infusion Desk again.']
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Infusion Desk</title><h1>${heading}</h1><p>${sentence}</p></html>\n`
}
