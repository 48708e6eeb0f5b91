import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DCLinter } from 'dclint'
import { validate } from 'dockerfile-utils'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { roleProcesses } from '../../src/commands/roles.ts'
import { settings } from '../../src/shared/config.ts'
import { redisSettings } from '../../src/shared/provide/redisProcess.ts'
import { singleRoles } from '../support/roles.ts'
import { root } from '../support/sourceTree.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Service {
  readonly image: string
  readonly user: string
  readonly profiles?: readonly string[]
  readonly read_only: boolean
  readonly cap_drop: readonly string[]
  readonly security_opt: readonly string[]
  readonly command?: readonly string[]
  readonly entrypoint?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly ports?: readonly string[]
  readonly networks?: readonly string[] | Readonly<Record<string, { aliases?: string[] }>>
  readonly depends_on?: Readonly<Record<string, { condition: string }>>
  readonly healthcheck?: object
  readonly volumes?: readonly string[]
  readonly deploy?: { readonly resources: { readonly limits: Record<string, string> } }
}

const { services } = parse(read('docker-compose.yml'), { merge: true }) as {
  services: Readonly<Record<string, Service>>
}
const all = Object.entries(services)
/** Containers of this program that go on running. */
const own = all.filter(([, { image, entrypoint }]) => image.startsWith('wirefold:') && !entrypoint)

test('the compose file follows the specification and the rules of dclint', () => {
  const config = parse(read('.dclintrc.json'))
  const [result] = new DCLinter({ quiet: true, exclude: [], debug: false, ...config }).lintFiles(
    [join(root, 'docker-compose.yml')],
    false,
  )
  expect(result?.messages).toEqual([])
})

test('the Dockerfile has no fault', () => {
  expect(validate(read('Dockerfile'))).toEqual([])
})

test('no container has more rights than it needs, and each has limits and a health check', () => {
  for (const [name, service] of all) {
    expect(service.user, name).toMatch(/^[1-9]\d*:\d+$/)
    expect(service.read_only, name).toBe(true)
    expect(service.cap_drop, name).toEqual(['ALL'])
    expect(service.security_opt, name).toContain('no-new-privileges:true')
    expect(service.healthcheck, name).toBeTruthy()
    if (name !== 'secrets')
      expect(Object.keys(service.deploy?.resources.limits ?? {}), name).toEqual(['cpus', 'memory'])
  }
})

test('only Grafana and the story page are published, and on loopback', () => {
  const published = all.filter(([, { ports }]) => ports)
  expect(published.map(([name]) => name).toSorted()).toEqual(['grafana', 'web'])
  for (const [, { ports }] of published)
    for (const port of ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/)
})

test('images have an exact version, and Node is the one the launcher brings', () => {
  const { optionalDependencies } = JSON.parse(read('package.json'))
  for (const [name, { image }] of all)
    if (!image.startsWith('wirefold:')) expect(image, name).toMatch(/:v?\d+\.\d+\.\d+(-alpine)?$/)
  const bases = [...read('Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
  expect(new Set(bases)).toEqual(new Set([`node:${optionalDependencies.node}-bookworm-slim`]))
})

test('containers run roles that exist, with settings that exist, after Redis is healthy', () => {
  for (const [name, { command = [], environment = {}, depends_on }] of own) {
    const [verb, ...roles] = command.filter((word) => !word.startsWith('--'))
    expect(['up', 'start'], name).toContain(verb)
    expect(roles.length, name).toBe(1)
    for (const role of roles) expect(Object.keys(roleProcesses), name).toContain(role)
    for (const variable of Object.keys(environment))
      expect(Object.keys(settings), name).toContain(variable)
    expect(depends_on?.['redis']?.condition, name).toBe('service_healthy')
  }
  const run = new Set(own.flatMap(([, { command = [] }]) => command[1] ?? []))
  expect(run).toEqual(new Set(singleRoles))
})

test('no event is sent to anybody who was not asked for', () => {
  expect(read('.env')).toMatch(/^COMPOSE_PROFILES=live$/m)
  const withUrl = own.filter(([, { environment = {} }]) => 'WEBHOOK_URL' in environment)
  expect(withUrl.map(([name, { profiles }]) => [name, profiles])).toEqual([
    ['webhook', ['webhook']],
  ])
})

test('Prometheus looks for every container of this program, at its metrics port', () => {
  const { scrape_configs } = parse(read('prometheus/prometheus.yml'))
  const [{ names, port }] = scrape_configs[0].dns_sd_configs
  const namesOf = ([name, { networks }]: (typeof own)[number]) =>
    networks && !Array.isArray(networks)
      ? Object.values(networks as Record<string, { aliases?: string[] }>).flatMap(
          ({ aliases }) => aliases ?? [name],
        )
      : [name]
  expect(new Set(names)).toEqual(new Set(own.flatMap(namesOf)))
  expect(String(port)).toBe(settings.METRICS_PORT.fallback)
})

test('what is mounted from the checkout is there', () => {
  const mounted = all.flatMap(([, { volumes = [] }]) =>
    volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] ?? ''),
  )
  expect(mounted.length).toBeGreaterThan(4)
  for (const path of mounted)
    expect(() => readFileSync(join(root, path)), path).not.toThrow(/ENOENT/)
})

test('Redis has the settings that a provided one has, and limits that leave room for a rewrite', () => {
  const lines = read('deploy/redis.conf')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
  const found = new Map(
    lines.map((line) => {
      const [name = '', value = ''] = line.split(' ')
      return [name, value.replaceAll('"', '')]
    }),
  )
  for (const [name, value] of Object.entries(redisSettings))
    expect(found.get(name), name).toBe(String(value))
  const limit = Number.parseInt(services['redis']?.deploy?.resources.limits['memory'] ?? '', 10)
  expect(Number.parseInt(found.get('maxmemory') ?? '', 10)).toBeLessThanOrEqual(0.7 * limit)
})

test('Grafana is given the data source, the boards and their folder that are in the repository', () => {
  const provider = parse(read('grafana/provisioning/dashboards/wirefold.yml')).providers[0]
  const { volumes = [], environment = {} } = services['grafana'] ?? {}
  expect(volumes).toContain(`./grafana/dashboards:${provider.options.path}:ro`)
  expect(environment['GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH']).toBe(
    `${provider.options.path}/overview.json`,
  )
  const [source] = parse(read('grafana/provisioning/datasources/prometheus.yml')).datasources
  const { global } = parse(read('prometheus/prometheus.yml'))
  expect(new URL(source.url).hostname in services).toBe(true)
  expect(source.jsonData.timeInterval).toBe(global.scrape_interval)
})
