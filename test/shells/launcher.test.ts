import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const launcher = join(import.meta.dirname, '../../src-main/start')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launcher-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a piece of the launcher, which is plain JavaScript for any Node, and answers with what it returned. */
function run(file: string, expression: string, env: Record<string, string> = {}): unknown {
  const code = `import * as it from ${JSON.stringify(join(launcher, file))}; console.log(JSON.stringify(${expression}) ?? 'null')`
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, ...env } })
  if (ran.status !== 0) throw new Error(String(ran.stderr))
  return JSON.parse(String(ran.stdout).trim().split('\n').at(-1) ?? '')
}

describe('options', () => {
  test('are read and said again in the words of the shells', () => {
    expect(
      run('options.mjs', `it.readOptions(['--browser','--port=4711','--no-open','--data','desk'], '/home/desk')`),
    ).toEqual({
      browser: true,
      demo: false,
      open: false,
      data: '/home/desk/desk',
      port: 4711,
    })
    const said = `it.shellArguments(it.readOptions(['--demo','--port','4711','--no-open'], '/'))`
    expect(run('options.mjs', said)).toEqual(['--port=4711', '--no-open', '--demo'])
  })

  test.each([
    [['--brwoser'], 'does not know the option --brwoser'],
    [['desk'], 'does not know the option desk'],
    [['--data'], '--data needs a value'],
    [['--data', '--demo'], '--data needs a value'],
    [['--port', 'eighty'], '--port needs a number from 1024 to 65535, not eighty'],
    [['--port', '80'], '--port needs a number'],
    [['--demo', '--data', 'desk'], 'so --data cannot be given with it'],
  ])('%j is answered with a sentence, before anything is installed or opened', (args, sentence) => {
    const ran = spawnSync(process.execPath, [join(launcher, 'start.mjs'), ...args])
    expect(ran.status).toBe(2)
    expect(String(ran.stderr)).toContain(sentence)
    expect(String(ran.stdout)).toBe('')
  })

  test('a mistyped one shows the whole list', () => {
    const { stderr } = spawnSync(process.execPath, [join(launcher, 'start.mjs'), '--help'])
    for (const option of ['--browser', '--demo', '--data DIR', '--port N', '--no-open'])
      expect(String(stderr)).toContain(option)
  })
})

describe('installing and building', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 9, minute))
  function file(path: string, minute: number, text = ''): void {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
    utimesSync(join(folder, path), at(minute), at(minute))
  }
  const settle = (path: string, minute: number) => utimesSync(join(folder, path), at(minute), at(minute))

  test('an installation is wanted when there is none, or when the lock file is newer', () => {
    file('package-lock.json', 10)
    expect(run('install.mjs', `it.isInstalled(${JSON.stringify(folder)})`)).toBe(false)
    file('node_modules/node/bin/node', 11)
    file('node_modules/.package-lock.json', 11)
    expect(run('install.mjs', `it.isInstalled(${JSON.stringify(folder)})`)).toBe(true)
    file('package-lock.json', 12, 'changed')
    expect(run('install.mjs', `it.isInstalled(${JSON.stringify(folder)})`)).toBe(false)
  })

  test('a build is wanted when a source was saved or removed, or when a result is missing', () => {
    for (const result of ['main/electron.js', 'main/serve.js', 'main/press.js', 'main/upkeep.js'])
      file(`out/${result}`, 20)
    for (const result of ['preload/preload.cjs', 'renderer/index.html']) file(`out/${result}`, 20)
    file('src-main/domain/money.ts', 5)
    file('db/schema.ts', 5)
    for (const path of ['src-main', 'src-main/domain', 'db']) settle(path, 5)
    const isBuilt = () => run('build.mjs', `it.isBuilt(${JSON.stringify(folder)})`)
    expect(isBuilt()).toBe(false)
    file('out/.built', 20)
    expect(isBuilt()).toBe(true)
    settle('src-main/domain/money.ts', 21)
    expect(isBuilt()).toBe(false)
    settle('src-main/domain/money.ts', 5)
    rmSync(join(folder, 'db/schema.ts'))
    expect(isBuilt()).toBe(false)
    settle('db', 5)
    expect(isBuilt()).toBe(true)
    rmSync(join(folder, 'out/main/press.js'))
    expect(isBuilt()).toBe(false)
  })
})

describe('choosing Electron or the browser', () => {
  const find = (env: Record<string, string>) =>
    run('electron.mjs', `await it.findElectron(${JSON.stringify(folder)}, { say() {}, patience: 1500 })`, env)

  test('a binary that is pointed to is used', () => {
    writeFileSync(join(folder, 'electron'), '')
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toEqual({ path: join(folder, 'electron') })
    rmSync(join(folder, 'electron'))
    expect(find({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toEqual({ without: `there is no Electron in ${folder}` })
  })

  /** A tree that looks installed and built, with a browser shell that only says how it was started. */
  function fakeApp(serve: string): void {
    cpSync(launcher, join(folder, 'src-main/start'), { recursive: true })
    const put = (path: string, text: string, mode = 0o644) => {
      mkdirSync(join(folder, path, '..'), { recursive: true })
      writeFileSync(join(folder, path), text, { mode })
    }
    put('package.json', '{"type":"module"}')
    put('package-lock.json', '{}')
    put('node_modules/node/bin/node', `#!/bin/sh\nexec "${process.execPath}" "$@"\n`, 0o755)
    put('node_modules/.package-lock.json', '')
    for (const path of ['main/electron.js', 'main/press.js', 'main/upkeep.js']) put(`out/${path}`, '')
    for (const path of ['preload/preload.cjs', 'renderer/index.html']) put(`out/${path}`, '')
    put('out/main/serve.js', `console.log('args', process.argv.slice(2).join(' '));${serve}`)
    put('out/.built', '')
    const later = new Date(Date.now() + 60_000)
    utimesSync(join(folder, 'out/.built'), later, later)
  }
  function fakeElectron(script: string): void {
    writeFileSync(join(folder, 'electron'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  }
  function start(...args: string[]): { status: number | null; said: string[] } {
    const env = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: folder }
    const ran = spawnSync(process.execPath, [join(folder, 'src-main/start/start.mjs'), ...args], { env })
    return { status: ran.status, said: String(ran.stdout).trim().split('\n') }
  }

  test('asked not to open anything it serves the browser, says why, and passes Ctrl-C on', () => {
    fakeApp(`const t = setInterval(() => {}, 1000)
      process.on('SIGINT', () => { console.log('closed'); clearInterval(t); process.exitCode = 7 })
      setTimeout(() => process.kill(process.ppid, 'SIGINT'), 100)`)
    expect(start('--demo', '--no-open')).toEqual({
      status: 7,
      said: ['Infusion Desk runs in the browser, because --no-open was given.', 'args --no-open --demo', 'closed'],
    })
  })

  test('when npm is ended, the app is told to close', async () => {
    fakeApp(`const t = setInterval(() => {}, 1000)
      process.on('SIGTERM', () => { console.log('closed'); clearInterval(t) })`)
    // npm runs a script through a shell, which a SIGTERM ends without a word to what it runs.
    const script = `"${process.execPath}" "${join(folder, 'src-main/start/start.mjs')}" --no-open; true`
    const npm = spawn('/bin/sh', ['-c', script], { env: { ...process.env, npm_lifecycle_event: 'start' } })
    let said = ''
    npm.stdout.on('data', (data) => (said += String(data)))
    await expect.poll(() => said).toContain('args')
    npm.kill('SIGTERM')
    await expect.poll(() => said, { timeout: 5_000 }).toContain('closed')
  })

  test('Electron is opened on the app with its options', () => {
    fakeApp('')
    fakeElectron('shift; echo "$@"')
    expect(start('--data', join(folder, 'data'))).toEqual({
      status: 0,
      said: [
        'Infusion Desk opens in its own window, because Electron is on this PC.',
        `--data=${join(folder, 'data')}`,
      ],
    })
  })

  test('an Electron that cannot start here gives way to the browser', () => {
    fakeApp('')
    fakeElectron('exit 127')
    expect(start('--demo').said.slice(1)).toEqual([
      'Infusion Desk runs in the browser, because Electron ended at once (status 127).',
      'args --demo',
    ])
  })

  test.each([
    ['told why the folder cannot be used', 'exit 3', 3],
    ['was stopped by Ctrl-C', 'kill -INT $PPID; sleep 0.3; exit 1', 1],
  ])('an Electron that %s does not', (_why, script, status) => {
    fakeApp('')
    fakeElectron(script)
    const { said, status: ended } = start()
    expect(said).toEqual(['Infusion Desk opens in its own window, because Electron is on this PC.'])
    expect(ended).toBe(status)
  })
})
