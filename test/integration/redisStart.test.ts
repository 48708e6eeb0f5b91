import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { Redis } from '../../src/shared/ioredis.ts'
import type { RedisBinary } from '../../src/shared/provide/debianRedis.ts'
import { type RedisProcess, startRedisServer } from '../../src/shared/provide/redisProcess.ts'
import { canShimSync, redisBinary, syncShim } from '../support/e2eRedis.ts'
import { eventually } from '../support/eventually.ts'
import { startByScript } from '../support/redisScript.ts'
import { root } from '../support/sourceTree.ts'

const provided = (binary: RedisBinary, folder: string) =>
  startRedisServer(binary, { folder, maxMemoryMb: 64, say: () => {}, announce: () => {} })

/** What starts a Redis on a folder: in a container, and for `wirefold up`. Both have to treat its files alike. */
const starters: Readonly<
  Record<string, (binary: RedisBinary, folder: string) => Promise<RedisProcess>>
> = {
  'deploy/redis-start.sh': startByScript,
  'wirefold up': provided,
}

/** Counts, and keeps the number: half of it done would be seen. */
const script = `redis.call('INCR', 'seq') redis.call('RPUSH', 'told', redis.call('GET', 'seq'))`
const tell = (redis: Redis) => redis.eval(script, 0)

async function live(server: RedisProcess, work: (redis: Redis) => Promise<unknown>) {
  const redis = new Redis(server.port)
  await work(redis)
  const kept = { seq: Number(await redis.get('seq')), told: await redis.lrange('told', 0, -1) }
  redis.disconnect()
  await server.stop()
  return kept
}

/** The numbers up to one, as they are kept. */
const upTo = (seq: number) => ({ seq, told: Array.from({ length: seq }, (_, at) => `${at + 1}`) })

const logsOf = (folder: string) => join(folder, 'appendonlydir')

function growingFile(folder: string): string {
  const name = readdirSync(logsOf(folder)).find((file) => file.endsWith('.incr.aof'))
  return join(logsOf(folder), name ?? '')
}

function tearLast(folder: string): void {
  const file = growingFile(folder)
  truncateSync(file, readFileSync(file, 'latin1').lastIndexOf('RPUSH') + 3)
}

/** Puts the beginning of a command behind what is whole. */
function appendTorn(folder: string, bytes: number): void {
  const file = growingFile(folder)
  const { size } = statSync(file)
  appendFileSync(file, '*3\r\n$3\r\nSET\r\n$1\r\nx\r\n$99999999\r\n')
  truncateSync(file, size + bytes)
}

function spoilMiddle(folder: string): void {
  const file = growingFile(folder)
  const whole = readFileSync(file, 'latin1')
  const at = whole.indexOf('*3', whole.length / 2)
  writeFileSync(file, `${whole.slice(0, at)}Z${whole.slice(at + 1)}`, 'latin1')
}

/** Redis 6.2 has one file, which newer ones take over. */
function asOfRedis6(folder: string): void {
  renameSync(growingFile(folder), join(folder, 'appendonly.aof'))
  rmSync(logsOf(folder), { recursive: true })
}

/** What became of the files of a Redis that had told up to 3, and what comes of it when one is started on them. */
interface Case {
  readonly files: string
  readonly damage: (folder: string) => void
  /** How far it has told; null = it does not start, and the files are as they were. */
  readonly told: number | null
}

const cases: readonly Case[] = [
  { files: 'none', told: 0, damage: (folder) => rmSync(logsOf(folder), { recursive: true }) },
  { files: 'whole', told: 3, damage: () => {} },
  { files: 'torn within a transaction', told: 2, damage: tearLast },
  {
    files: 'torn by the longest transaction',
    told: 3,
    damage: (folder) => appendTorn(folder, 32 * 2 ** 20),
  },
  {
    files: 'torn by a byte more',
    told: null,
    damage: (folder) => appendTorn(folder, 32 * 2 ** 20 + 1),
  },
  { files: 'damaged in the middle', told: null, damage: spoilMiddle },
  {
    files: 'of Redis 6.2, torn within a transaction',
    told: 2,
    damage: (folder) => {
      tearLast(folder)
      asOfRedis6(folder)
    },
  },
]

const digestOf = (folder: string) =>
  readdirSync(logsOf(folder)).map((name) =>
    hash('sha1', Buffer.concat([Buffer.from(name), readFileSync(join(logsOf(folder), name))])),
  )

async function realRedis(skip: (why: string) => never): Promise<RedisBinary> {
  return (
    (await redisBinary(inject('redisUrl'))) ?? skip('the JavaScript store has no append-only file')
  )
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirefold-start-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

for (const [name, start] of Object.entries(starters))
  test.for(cases)(`${name} on files: $files`, async ({ told, damage }, { skip }) => {
    const binary = await realRedis(skip)
    const folder = aFolder()
    await live(await start(binary, folder), async (redis) => {
      for (let count = 0; count < 3; count += 1) await tell(redis)
    })
    damage(folder)
    if (told === null) {
      const damaged = digestOf(folder)
      await expect(start(binary, folder)).rejects.toThrow()
      expect(digestOf(folder)).toEqual(damaged)
      return
    }
    // a half that was left would take effect in the life after the next one
    expect(await live(await start(binary, folder), tell)).toEqual(upTo(told + 1))
    expect(await live(await start(binary, folder), async () => {})).toEqual(upTo(told + 1))
  })

/** What syncs the files of a Redis, in an environment of its own; returns that Redis. */
const syncers: Readonly<
  Record<
    string,
    (binary: RedisBinary, folder: string, env: Readonly<Record<string, string>>) => Promise<Redis>
  >
> = {
  'deploy/redis-start.sh': async (binary, folder, env) =>
    connect(await startByScript(binary, folder, env)),
  keepLogSynced: async (binary, folder, env) => {
    const code = `import { keepLogSynced } from ${JSON.stringify(join(root, 'src/shared/provide/appendOnlyFile.ts'))}
      keepLogSynced(process.argv[1], console.error)
      setInterval(() => {}, 1e9)`
    const child = spawn(process.execPath, ['--input-type=module', '--eval', code, folder], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return connect(await provided(binary, folder))
  },
}

function connect(server: RedisProcess): Redis {
  const redis = new Redis(server.port)
  onTestFinished(async () => {
    redis.disconnect()
    await server.stop()
  })
  return redis
}

test.for(Object.keys(syncers))(
  '%s syncs the file that grows again and again, and the one after a rewrite',
  async (name, { skip }) => {
    const binary = await realRedis(skip)
    if (!(await canShimSync())) return skip('needs Linux and a C compiler')
    const folder = aFolder()
    const notes = join(folder, 'synced')
    writeFileSync(notes, '')
    const env = { LD_PRELOAD: await syncShim(folder), SYNCED: notes }
    const redis = await syncers[name]?.(binary, join(folder, 'data'), env)
    const times = (file: string) => readFileSync(notes, 'utf8').split(file).length - 1
    await eventually('two syncs', () => times('appendonly.aof.1.incr.aof') > 1)
    await redis?.bgrewriteaof()
    await eventually('two syncs of the next file', () => times('appendonly.aof.2.incr.aof') > 1)
  },
)
