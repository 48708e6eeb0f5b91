import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject'
import { Deployment } from 'kubernetes-models/apps/v1/Deployment'
import { StatefulSet } from 'kubernetes-models/apps/v1/StatefulSet'
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap'
import { Namespace } from 'kubernetes-models/v1/Namespace'
import { Service } from 'kubernetes-models/v1/Service'
import { expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { rulesManifest } from '../../src/commands/docs.ts'
import { roleProcesses } from '../../src/commands/roles.ts'
import { settings } from '../../src/shared/config.ts'
import { singleRoles } from '../support/roles.ts'
import { root } from '../support/sourceTree.ts'

const folder = join(root, 'deploy/k8s')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

interface Container {
  readonly args: readonly string[]
  readonly env?: readonly {
    readonly name: string
    readonly valueFrom?: { readonly secretKeyRef?: { readonly name: string; readonly key: string } }
  }[]
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[]
  readonly securityContext: object
  readonly readinessProbe?: { readonly exec?: { readonly command: readonly string[] } }
}

interface Manifest {
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly data?: Readonly<Record<string, string>>
  readonly spec?: {
    readonly template?: { readonly spec: { readonly containers: readonly [Container] } }
    readonly scaleTargetRef?: { readonly name: string }
    readonly triggers?: readonly { readonly metadata: { readonly query: string } }[]
  }
}

const manifests = readdirSync(folder)
  .filter((file) => file !== 'kustomization.yaml')
  .flatMap((file) => parseAllDocuments(read(file)).map((document) => document.toJS() as Manifest))
const ofKind = (kind: string) => manifests.filter((manifest) => manifest.kind === kind)

const schemas = { ConfigMap, Deployment, Namespace, ScaledObject, Service, StatefulSet }

test('every manifest follows the schema of its kind', () => {
  expect(manifests.length).toBeGreaterThan(8)
  for (const manifest of manifests) {
    const Model = schemas[manifest.kind as keyof typeof schemas]
    expect(() => new Model(manifest as never).validate(), manifest.metadata.name).not.toThrow()
  }
})

test('the schemas do find faults', () => {
  const wrong = { metadata: { name: 'a' }, spec: { replicas: 'two' } }
  expect(() => new Deployment(wrong as never).validate()).toThrow(/replicas/)
})

test('the kustomization names every file, and takes in all but what sends events to somebody', () => {
  const files = readdirSync(folder).filter((file) => file !== 'kustomization.yaml')
  const all = read('kustomization.yaml').replace('# - webhook.yaml', '- webhook.yaml')
  expect(parse(all).resources.toSorted()).toEqual(files.toSorted())
  const { resources } = parse(read('kustomization.yaml'))
  expect(files.filter((file) => !resources.includes(file))).toEqual(['webhook.yaml'])
})

test('every secret that a pod needs is made by a command in the runbook', () => {
  const needed = ofKind('Deployment').flatMap(({ spec }) =>
    (spec?.template?.spec.containers[0].env ?? []).flatMap(
      ({ valueFrom }) => valueFrom?.secretKeyRef ?? [],
    ),
  )
  expect(new Set(needed.map(({ name }) => name))).toEqual(
    new Set(['wirefold-web', 'wirefold-webhook']),
  )
  const runbook = readFileSync(join(root, 'docs/operations.md'), 'utf8').replaceAll('\\\n', '')
  for (const { name, key } of needed)
    expect(runbook).toMatch(new RegExp(`create secret generic ${name} .*--from-literal=${key}=`))
})

test('a new cluster gets the namespace that everything is put into', () => {
  const names = ofKind('Namespace').map(({ metadata }) => metadata.name)
  expect(names).toEqual([parse(read('kustomization.yaml')).namespace])
})

test('every role is deployed, with settings that exist, at the ports it listens on', () => {
  const roles = ofKind('Deployment').map(({ spec }) => {
    const [container] = spec?.template?.spec.containers ?? []
    for (const { name } of container?.env ?? []) expect(Object.keys(settings)).toContain(name)
    const ports = new Map(container?.ports.map(({ name, containerPort }) => [name, containerPort]))
    expect(String(ports.get('metrics'))).toBe(settings.METRICS_PORT.fallback)
    if (ports.has('http')) expect(String(ports.get('http'))).toBe(settings.HTTP_PORT.fallback)
    return container?.args[1] ?? ''
  })
  for (const role of roles) expect(Object.keys(roleProcesses)).toContain(role)
  expect(new Set(roles)).toEqual(new Set(singleRoles))
  const shared = ofKind('ConfigMap').find(({ metadata }) => metadata.name === 'wirefold-settings')
  for (const name of Object.keys(shared?.data ?? {})) expect(Object.keys(settings)).toContain(name)
})

test('no container has more rights than it needs', () => {
  for (const { spec } of [...ofKind('Deployment'), ...ofKind('StatefulSet')]) {
    expect(spec?.template?.spec.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    })
  }
})

test('a Redis that loads what it kept is not ready, though it answers: redis-cli ends well all the same', () => {
  const [redis] = ofKind('StatefulSet')
  const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'))
  const [, asked] = compose.services.redis.healthcheck.test
  expect(asked).toContain('grep -q PONG')
  const probe = redis?.spec?.template?.spec.containers[0].readinessProbe
  expect(probe?.exec?.command).toEqual(['sh', '-c', asked])
})

test('Redis has the settings that it has in compose', () => {
  const inK8s = ofKind('ConfigMap').find(({ metadata }) => metadata.name === 'redis')
  const lines = (text: string) => text.split('\n').filter((line) => line && !line.startsWith('#'))
  const compose = readFileSync(join(root, 'deploy/redis.conf'), 'utf8')
  expect(lines(inK8s?.data?.['redis.conf'] ?? '').toSorted()).toEqual(lines(compose).toSorted())
  expect(inK8s?.data?.['start.sh']).toBe(readFileSync(join(root, 'deploy/redis-start.sh'), 'utf8'))
})

test('Prometheus gets the rules that are tested, byte for byte', () => {
  const map = ofKind('ConfigMap').find(({ metadata }) => metadata.name === 'wirefold-rules')
  const files = readdirSync(join(root, 'prometheus/rules'))
  expect(Object.keys(map?.data ?? {})).toEqual(files)
  expect(read('rules.yaml'), 'npm run docs writes it').toBe(rulesManifest())
  for (const file of files)
    expect(map?.data?.[file]).toBe(readFileSync(join(root, 'prometheus/rules', file), 'utf8'))
})

test('workers are scaled on a figure that Prometheus has', () => {
  const [scaled] = ofKind('ScaledObject')
  const deployments = ofKind('Deployment').map(({ metadata }) => metadata.name)
  expect(deployments).toContain(scaled?.spec?.scaleTargetRef?.name)
  const rules = readFileSync(join(root, 'prometheus/rules/recording.yml'), 'utf8')
  const [, recorded] =
    /(wirefold:\w+)/.exec(scaled?.spec?.triggers?.[0]?.metadata.query ?? '') ?? []
  expect(rules).toContain(`record: ${recorded}\n`)
})
