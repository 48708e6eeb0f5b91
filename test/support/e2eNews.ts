import { type Bench, openBench } from './e2eRun.ts'
import { openSite, type Site } from './e2eSite.ts'

/** Publishers on loopback, and a bench on which whatever is started may ask them. */
export interface News {
  readonly bench: Bench
  readonly sites: readonly Site[]
  close(): Promise<void>
}

/** Opens three sites, or as many as wished, and a bench; `settings` as of `openBench`. */
export async function openNews(
  settings: Readonly<Record<string, string>> = {},
  count = 3,
): Promise<News> {
  const sites = await Promise.all(Array.from({ length: count }, openSite))
  const hosts = sites.map(({ host }) => host).join(',')
  const bench = openBench({ ALLOW_PRIVATE_HOSTS: hosts, ...settings })
  return {
    bench,
    sites,
    async close() {
      await bench.close()
      await Promise.all(sites.map((site) => site.close()))
    },
  }
}
