import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:net'
import { extname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { messageOf, UsageError } from '../errors.ts'
import { Redis } from '../ioredis.ts'
import { keepLogSynced, repairLog } from './appendOnlyFile.ts'
import { environmentOf, type RedisBinary } from './debianRedis.ts'

/** A Redis that this process started and must stop. */
export interface RedisProcess {
  readonly port: number
  stop(): Promise<void>
}

// The server gets a session of its own, so that Ctrl-C does not reach it before its users are done. The shell ends it
// when its standard input closes: however this process dies, the server does not outlive it. It ends with the server.
const keeper = `
exec 3<&0
"$@" 3<&- & server=$!
(cat <&3 >/dev/null; kill $server) & watcher=$!
wait $server
kill $watcher
`

/**
 * Settings as measured (docs/measurements.md). Hashes whose values are all below 2 KB stay in their compact form, which saves
 * 330 bytes a waiting job; the older name of that setting is understood by all versions.
 */
export const redisSettings: Readonly<Record<string, string | number>> = {
  appendonly: 'yes',
  // it writes before it answers, whatever the disk does; `keepLogSynced` sees to the disk, once a second: docs/adr/0026
  appendfsync: 'no',
  // what a kill tears is cut off before it starts; of a file that ends too early for another reason Redis would cut any length: docs/adr/0025
  'aof-load-truncated': 'no',
  save: '',
  'maxmemory-policy': 'noeviction',
  'hash-max-ziplist-value': 2048,
  // what is written is mostly raw pages and jobs that are gone in minutes: at the usual 64 MB it is rewritten all the time
  'auto-aof-rewrite-min-size': '256mb',
  // most of it is compressed as it is: trying again makes rewriting 3.5 times as dear (0.5 ms a page) and the file a quarter smaller
  rdbcompression: 'no',
}

/** What a Redis of our own is to have. */
export interface RedisWish {
  readonly folder: string
  readonly maxMemoryMb: number
  readonly say: (line: string) => void
  /** Told before the server reads or mends anything in the folder, so that nobody starts a second one on it. */
  readonly announce: (port: number) => void
}

/**
 * Runs redis-server or valkey-server on a free loopback port with its data in `folder`, and again should it die.
 * @throws UsageError when it ends before it answers.
 */
export async function startRedisServer(
  binary: RedisBinary,
  wish: RedisWish,
): Promise<RedisProcess> {
  const { folder, say } = wish
  mkdirSync(folder, { recursive: true })
  const port = await freePort()
  wish.announce(port)
  let server = await launch(binary, port, wish)
  const leaveUnsynced = keepLogSynced(folder, say)
  let isStopping = false
  const keepRunning = async (): Promise<void> => {
    for (;;) {
      await gone(server)
      if (isStopping) return
      say('Redis died: starting it again')
      server = await launch(binary, port, wish)
      if (isStopping) server.stdin?.end()
    }
  }
  // one that dies as it starts says why, and is not tried for ever
  const running = keepRunning().catch((error: unknown) => say(messageOf(error)))
  return {
    port,
    async stop() {
      isStopping = true
      leaveUnsynced()
      server.stdin?.end()
      await running
    },
  }
}

async function launch(
  binary: RedisBinary,
  port: number,
  { folder, maxMemoryMb, say }: RedisWish,
): Promise<ChildProcess> {
  await repairLog(binary, folder)
  const logfile = resolve(folder, 'redis.log')
  const settings = {
    ...redisSettings,
    port,
    bind: '127.0.0.1',
    dir: resolve(folder),
    logfile,
    maxmemory: `${maxMemoryMb}mb`,
  }
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn('/bin/sh', ['-c', keeper, 'sh', binary.path, ...args], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: environmentOf(binary),
  })
  const slow = () => say(`Redis still reads what it kept in ${folder}: see ${logfile}`)
  if (await answers(port, child, slow)) return child
  throw new UsageError(
    `${binary.path} does not start on ${folder}: ${await lastTold(logfile)}. ` +
      'Mend what it says, or set DATA_DIR to a new folder to begin anew.',
  )
}

/** Runs the pure-JavaScript store. Slow, and gone with the process: for a first look only. */
export async function startJsRedis(): Promise<RedisProcess> {
  // the same ending as this file: an installed package is compiled
  const script = new URL(`./jsRedis${extname(import.meta.url)}`, import.meta.url)
  const child = fork(fileURLToPath(script), { detached: true })
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`js-redis-server ended with exit code ${code}`)
  })
  const [message] = (await Promise.race([once(child, 'message'), died])) as [{ port: number }]
  died.catch(() => {})
  return {
    port: message.port,
    async stop() {
      child.kill('SIGTERM')
      await gone(child)
    },
  }
}

async function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Waits as long as the server lives: it may have gigabytes to read. False when it ended. */
async function answers(port: number, child: ChildProcess, slow: () => void): Promise<boolean> {
  const redis = new Redis({
    host: '127.0.0.1',
    port,
    maxRetriesPerRequest: null,
    retryStrategy: () => 25,
  })
  redis.on('error', () => {})
  const reminder = setTimeout(slow, 20_000)
  const ended = gone(child).then(() => 'ended')
  // a server that loads its AOF answers LOADING: ioredis waits for it
  const answer = await Promise.race([redis.ping().catch(String), ended])
  clearTimeout(reminder)
  redis.disconnect()
  return answer === 'PONG'
}

/** The last warning in a log of Redis, or its last line. */
async function lastTold(logfile: string): Promise<string> {
  const file = await open(logfile).catch(() => null)
  if (!file) return 'it wrote no log'
  const { size } = await file.stat()
  const { buffer, bytesRead } = await file.read(
    Buffer.alloc(4_096),
    0,
    4_096,
    Math.max(0, size - 4_096),
  )
  await file.close()
  const lines = buffer.toString('utf8', 0, bytesRead).trim().split('\n')
  const line = lines.findLast((text) => text.includes(' # ')) ?? lines.at(-1) ?? ''
  return line.replace(/^.* # /, '').trim()
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
