import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

const switchValue = (name: string) => process.argv.find((x) => x.startsWith(`--${name}=`))?.slice(name.length + 3)

/** Source: electron docs "app.getPath(name)", with the Linux folders of shell/common/electron_paths.cc. */
export class AppPaths {
  private readonly chosen = new Map<string, string>()

  set(name: string, path: string): void {
    this.chosen.set(name, path)
  }

  get(name: string, appName: string): string {
    const chosen = this.chosen.get(name)
    if (chosen !== undefined) return chosen
    const home = homedir()
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config')
    const userData = this.chosen.get('userData') ?? switchValue('user-data-dir') ?? join(appData, appName)
    const known: Record<string, string> = {
      home,
      appData,
      userData,
      // sessionData follows userData unless it is set: docs, "app.getPath".
      sessionData: userData,
      temp: tmpdir(),
      exe: process.execPath,
      desktop: join(home, 'Desktop'),
      documents: join(home, 'Documents'),
      downloads: join(home, 'Downloads'),
      logs: join(userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
    }
    const path = known[name]
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    return path
  }
}
