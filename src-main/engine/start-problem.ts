import type { FaultCode } from '#contract/faults'

/** The engine cannot start on this folder. The sentence is for the person who started the program. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
  readonly code: FaultCode

  constructor(code: FaultCode) {
    super(startSentences[code] ?? 'The program cannot start.')
    this.code = code
  }
}

/** What the person is told, by code; also the sentence of the fault when it is found later, at sign-in. */
export const startSentences: Partial<Record<FaultCode, string>> = {
  'file.second-start':
    'Infusion Desk is already open on this data folder. Use the window that is open, or close it first.',
  'file.network-folder':
    'The data folder is on a network share or in a folder that a cloud service copies. Choose a folder on this PC.',
  'file.read-only': 'The data folder cannot be written to. Ask whoever looks after this PC.',
  'file.key-missing':
    'The data file is here but its key file is not. Nothing was changed. Put key.json back from the backup folder.',
  'file.key-damaged':
    'The key file cannot be read. Nothing was changed. Put key.json back from key.previous.json or from the backup folder.',
  'file.key-newer':
    'The key file was written by a newer version of Infusion Desk. Nothing was changed. Update this PC.',
  'file.crypto-unsound':
    'This copy of Infusion Desk does not encrypt as it should. Nothing was opened. Install the program anew on this PC.',
  'file.newer': 'The data file was written by a newer version of Infusion Desk. Nothing was changed. Update this PC.',
  'file.in-use': 'The data file cannot be read just now: another program may hold it. Try again in a moment.',
  'file.damaged': 'The data file is damaged. Nothing was changed. Restore the newest backup.',
  'file.not-ours': 'The data file belongs to another program. Nothing was changed.',
  'file.full': 'The disk is full. Nothing was saved. Make room and try again.',
}
