import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { deriveKey, toSqlKey } from '#vault/keys'
import { readKeyFile } from '#vault/key-file-disk'
import { openWithPassword } from '#vault/vault'
import { firstStart, foundedEngine, manager, TestEngine } from '#kit/engine'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let desk: TestEngine

beforeEach(async () => {
  desk = await foundedEngine()
  await desk.stop()
})

afterEach(() => desk.end())

async function startCode(dir = desk.dir): Promise<string> {
  try {
    const other = await new TestEngine(dir).start()
    await other.stop()
    return 'started'
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error)
  }
}

async function signInCode(): Promise<string> {
  await desk.start()
  return desk.code('signIn.withPassword', manager)
}

describe('a start that cannot be', () => {
  test('a second one on the same folder is told so, and the first goes on', async () => {
    await desk.start()
    expect(await startCode()).toBe('file.second-start')
    expect(await desk.code('signIn.withPassword', manager)).toBe('ok')
  })

  test('without the key file the data is not mistaken for a new practice', async () => {
    renameSync(join(desk.dir, 'key.json'), join(desk.dir, 'elsewhere.json'))
    expect(await startCode()).toBe('file.key-missing')
  })

  test('a key file that is damaged or newer is named as such', async () => {
    const path = join(desk.dir, 'key.json')
    const good = readFileSync(path, 'utf8')
    writeFileSync(path, good.slice(0, -40))
    expect(await startCode()).toBe('file.key-damaged')
    writeFileSync(path, good.replace(/"format": \d+/, '"format": 99'))
    expect(await startCode()).toBe('file.key-newer')
  })

  test('a folder that a cloud service copies is refused', async () => {
    const dir = join(desk.dir, 'OneDrive', 'desk')
    mkdirSync(dir, { recursive: true })
    expect(await startCode(dir)).toBe('file.network-folder')
  })

  test('an interrupted founding leaves nothing, or everything', async () => {
    const side = join(desk.dir, 'founding')
    mkdirSync(side)
    renameSync(join(desk.dir, 'key.json'), join(side, 'key.json'))
    renameSync(join(desk.dir, 'desk.db'), join(side, 'desk.db'))
    expect(await signInCode()).toBe('ok')
    await desk.stop()
    rmSync(join(desk.dir, 'key.json'))
    rmSync(join(desk.dir, 'desk.db'))
    rmSync(join(desk.dir, 'key.previous.json'), { force: true })
    mkdirSync(side)
    writeFileSync(join(side, 'desk.db'), 'half')
    await desk.start()
    expect(await desk.done('signIn.state')).toMatchObject({ stage: 'new' })
    expect(await desk.code('setup.create', firstStart)).toBe('ok')
  })
})

describe('a file that cannot be opened', () => {
  const file = () => join(desk.dir, 'desk.db')

  test('is damaged: said so, and left as it is', async () => {
    const bytes = readFileSync(file())
    bytes.fill(7, 0, 2048)
    writeFileSync(file(), bytes)
    expect(await signInCode()).toBe('file.damaged')
    await desk.stop()
    expect(readFileSync(file()).equals(bytes)).toBe(true)
  })

  test('is missing: no empty one is made in its place', async () => {
    copyFileSync(file(), join(desk.dir, 'kept.db'))
    rmSync(file())
    expect(await signInCode()).toBe('file.damaged')
  })

  test('comes from a newer version: said so, and left as it is', async () => {
    const opened = await openWithPassword(await readKeyFile(desk.dir), manager.signInName, manager.password)
    if (opened === 'wrong') throw new Error('the password of the test is wrong')
    const db = new BetterSqlite(file())
    db.pragma(`cipher='sqlcipher'`)
    db.pragma(`key="x'${toSqlKey(opened.dataKey)}'"`)
    db.pragma('user_version = 9990')
    db.close()
    expect(deriveKey(opened.dataKey, 'change-log')).toHaveLength(32)
    expect(await signInCode()).toBe('file.newer')
  })

  test('whose tables are not ours is not trusted', async () => {
    const opened = await openWithPassword(await readKeyFile(desk.dir), manager.signInName, manager.password)
    if (opened === 'wrong') throw new Error('the password of the test is wrong')
    const db = new BetterSqlite(file())
    db.pragma(`cipher='sqlcipher'`)
    db.pragma(`key="x'${toSqlKey(opened.dataKey)}'"`)
    db.exec('DROP TRIGGER patient_guard_update')
    db.close()
    expect(await signInCode()).toBe('file.damaged')
  })
})
