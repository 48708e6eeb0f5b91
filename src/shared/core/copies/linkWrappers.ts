/** A service whose links carry the address of another page. */
export interface LinkWrapper {
  /** The host and its subdomains; `google.*` is that name under any top-level domain. */
  readonly host: string
  /** Leading path segments; `*` is any one. With a parameter, the whole path. */
  readonly path: readonly string[]
  /** The query parameter with the address; without it the rest of the path is one, scheme first or https. */
  readonly parameter?: string
}

/** Redirects of search engines and social networks, copies of AMP caches and of the web archive. */
export const linkWrappers: readonly LinkWrapper[] = [
  { host: 'google.*', path: ['url'], parameter: 'q' },
  { host: 'google.*', path: ['url'], parameter: 'url' },
  { host: 'google.*', path: ['amp', 's'] },
  { host: 'google.*', path: ['amp'] },
  { host: 'cdn.ampproject.org', path: ['c', 's'] },
  { host: 'cdn.ampproject.org', path: ['v', 's'] },
  { host: 'cdn.ampproject.org', path: ['c'] },
  { host: 'cdn.ampproject.org', path: ['v'] },
  { host: 'bing.com', path: ['amp', 's'] },
  { host: 'bing.com', path: ['news', 'apiclick.aspx'], parameter: 'url' },
  { host: 'web.archive.org', path: ['web', '*'] },
  { host: 'facebook.com', path: ['l.php'], parameter: 'u' },
  { host: 'l.instagram.com', path: [], parameter: 'u' },
  { host: 'l.threads.net', path: [], parameter: 'u' },
  { host: 'youtube.com', path: ['redirect'], parameter: 'q' },
  { host: 'linkedin.com', path: ['redir', 'redirect'], parameter: 'url' },
  { host: 'vk.com', path: ['away.php'], parameter: 'to' },
  { host: 'duckduckgo.com', path: ['l'], parameter: 'uddg' },
  { host: 'slack-redir.net', path: ['link'], parameter: 'url' },
  { host: 'getpocket.com', path: ['redirect'], parameter: 'url' },
  { host: 't.umblr.com', path: ['redirect'], parameter: 'z' },
  { host: 'out.reddit.com', path: [], parameter: 'url' },
  { host: 'safelinks.protection.outlook.com', path: [], parameter: 'url' },
]
