import { spawnSync } from 'node:child_process'
import { Argument, Command, Option } from 'commander'
import { expect, test } from 'vitest'
import { completionScript, placesOf, shells } from '../../../src/commands/completion.ts'

function aProgram(): Command {
  const program = new Command('wirefold')
  program.command('stories').option('--follow')
  program.command('export').addOption(new Option('--format <name>').choices(['csv', 'jsonl']))
  program.command('role', { hidden: true })
  const story = program.command('story')
  story.command('merge').option('--json')
  program.command('completion').addArgument(new Argument('<shell>').choices(shells))
  return program
}

/** What bash offers after these words, the last of them unfinished. */
function offered(...words: readonly string[]): readonly string[] {
  const script = `${completionScript(aProgram(), 'bash')}
COMP_WORDS=(wirefold "$@"); COMP_CWORD=$#; _wirefold; printf '%s\\n' "\${COMPREPLY[@]}"`
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((word) => word !== '')
}

test('bash offers commands, commands of commands, options and choices', () => {
  expect(offered('sto')).toEqual(['stories', 'story'])
  expect(offered('story', 'm')).toEqual(['merge'])
  expect(offered('story', 'merge', '--j')).toEqual(['--json'])
  expect(offered('stories', '--')).toContain('--follow')
  expect(offered('export', '--format', 'c')).toEqual(['csv'])
  expect(offered('completion', '')).toEqual(expect.arrayContaining(shells))
})

test('hidden commands are offered nowhere', () => {
  expect(offered('ro')).toEqual([])
})

test.each(shells)('%s is told every word of every command', (shell) => {
  const script = completionScript(aProgram(), shell)
  for (const { place, words } of placesOf(aProgram()))
    for (const word of [place, ...words]) expect(script).toContain(word)
})
