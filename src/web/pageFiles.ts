import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file as the browser gets it. */
export interface PageFile {
  readonly body: string
  readonly contentType: string
}

/** The story page: its document, everything the document asks for by path, and the policy that fits it. */
export interface PageFiles {
  readonly document: string
  readonly files: ReadonlyMap<string, PageFile>
  /** `script-src` sources beside the page's own address. */
  readonly scriptSources: readonly string[]
}

/** Packages of the page, by the name its files import them under. */
const packages = ['preact', 'preact/hooks', 'htm'] as const

const script = 'text/javascript; charset=utf-8'
// in a checkout the files are TypeScript and lose their types here, in an installed package they are compiled
const ending = extname(import.meta.url)

/** Reads the files of the page once, at the start. Nothing is fetched from elsewhere: the page works offline. */
export function loadPageFiles(): PageFiles {
  const folder = new URL('./page/', import.meta.url)
  const files = new Map<string, PageFile>()
  for (const name of readdirSync(fileURLToPath(folder))) {
    const text = () => readFileSync(new URL(name, folder), 'utf8')
    if (name.endsWith(ending) && !name.endsWith('.d.ts'))
      files.set(`/page/${name}`, { body: withoutTypes(text()), contentType: script })
    else if (name.endsWith('.css'))
      files.set(`/page/${name}`, { body: text(), contentType: 'text/css; charset=utf-8' })
  }
  for (const name of packages) {
    const body = readFileSync(fileURLToPath(import.meta.resolve(name)), 'utf8')
    files.set(vendorPath(name), { body, contentType: script })
  }
  const imports = JSON.stringify({
    imports: Object.fromEntries(packages.map((name) => [name, vendorPath(name)])),
  })
  const digest = createHash('sha256').update(imports).digest('base64')
  return { document: documentWith(imports, files), files, scriptSources: [`'sha256-${digest}'`] }
}

function withoutTypes(text: string): string {
  return ending === '.ts' ? stripTypeScriptTypes(text) : text
}

function vendorPath(name: string): string {
  return `/page/packages/${name.replace('/', '-')}.js`
}

/** All modules are named at once: the browser need not read one to learn of the next. */
function documentWith(imports: string, files: ReadonlyMap<string, PageFile>): string {
  const modules = [...files].filter(([, { contentType }]) => contentType === script)
  const preloads = modules.map(([path]) => `<link rel="modulepreload" href="${path}">`).join('\n')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>wirefold: stories</title>
<meta name="description" content="News stories as they form">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/style.css">
<link rel="alternate" type="application/atom+xml" href="/feeds/stories.atom" title="Stories">
<script type="importmap">${imports}</script>
${preloads}
<script type="module" src="/page/main${ending}"></script>
</head>
<body><div id="root"><noscript>The story page needs JavaScript. The same stories: <a href="/feeds/stories.atom">Atom feed</a>, <a href="/api/stories">API</a>.</noscript></div></body>
</html>
`
}
