import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * Where the practice's file lives unless another folder is named: a folder of this PC that does not roam with the user's
 * profile and that no cloud service copies. Both shells ask here, so that they never open two different files.
 */
export function dataFolder(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Infusion Desk')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Infusion Desk')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'infusion-desk')
}
