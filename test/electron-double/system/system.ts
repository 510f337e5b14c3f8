import { EventEmitter } from 'node:events'
import { strict } from '#double/strict'

/** Source: electron docs "powerMonitor"; a test emits 'lock-screen' or 'suspend' on it. */
export const powerMonitor = strict(
  'PowerMonitor',
  Object.assign(new EventEmitter(), {
    onBatteryPower: false,
    getSystemIdleTime: () => 0,
    getSystemIdleState: () => 'active',
    isOnBatteryPower: () => false,
  }),
)

/** Source: electron docs "nativeTheme". */
export const nativeTheme = strict(
  'NativeTheme',
  Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false }),
)

const size = { width: 1920, height: 1080 }
const workAreaSize = { width: 1920, height: 1040 }
const display = {
  id: 1,
  label: 'double',
  bounds: { x: 0, y: 0, ...size },
  workArea: { x: 0, y: 0, ...workAreaSize },
  size,
  workAreaSize,
  scaleFactor: 1,
  rotation: 0,
  internal: false,
}
/** Source: electron docs "screen": one ordinary monitor with a task bar. */
export const screen = strict(
  'Screen',
  Object.assign(new EventEmitter(), {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
    getDisplayMatching: () => display,
    getDisplayNearestPoint: () => display,
  }),
)

/** Source: electron docs "net". The app has no business on the network. */
export const net = strict('Net', {
  online: true,
  isOnline: () => true,
  async fetch(url: string): Promise<Response> {
    throw new Error(`[electron-double] net.fetch of ${url}: the app has no business on the network`)
  },
})
