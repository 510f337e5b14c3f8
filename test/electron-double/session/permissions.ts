import type { Commands } from '#double/cdp'

type Setting = Commands['Browser.setPermission']['permission']['name']

/** Electron's permission names (docs "ses.setPermissionRequestHandler") and the names of the web platform for the same. */
export const permissionNames: Readonly<Record<string, readonly Setting[]>> = {
  media: ['camera', 'microphone'],
  notifications: ['notifications'],
  geolocation: ['geolocation'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'display-capture': ['display-capture'],
  'idle-detection': ['idle-detection'],
  'storage-access': ['storage-access'],
  'local-fonts': ['local-fonts'],
  'window-management': ['window-management'],
}
