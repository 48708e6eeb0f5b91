import { runOverload } from './load/overloadRun.ts'

interface OverloadArguments {
  readonly json: boolean
  /** Entries a second; 1,000 if left out: ten times what two cores read. */
  readonly rate?: number
  /** 60 if left out. */
  readonly seconds?: number
  /** 1,024 if left out, the default of a provided Redis. */
  readonly memoryMb?: number
  /** Median; 110,000 if left out. */
  readonly pageBytes?: number
}

/** Feeds bring far more than is read: memory of Redis, and whether all that was taken comes through. Exit code 1 if not. */
export const bench = { name: 'overload', run }

/** Producers stop at 70 %; what was on its way then still comes. */
const mostShare = 0.75

async function run(args: OverloadArguments): Promise<void> {
  const done = await runOverload({
    perSecond: args.rate ?? 1_000,
    seconds: args.seconds ?? 60,
    memoryMb: args.memoryMb ?? 1_024,
    pageBytes: args.pageBytes ?? 110_000,
    hosts: 60,
    pollConcurrency: 16,
  })
  const lost = done.seen - done.ended
  const crossed = [
    ...(lost > 0 ? [`${lost} entries without outcome`] : []),
    ...(done.peakShare > mostShare ? ['memory of Redis'] : []),
  ]
  console.log(JSON.stringify({ ...done, lost, crossed }, null, args.json ? 0 : 2))
  if (crossed.length > 0) process.exitCode = 1
}
