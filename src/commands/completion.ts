import { Argument, type Command } from 'commander'
import { say } from './terminal.ts'

/** A command of the program by its place (`''`, `/story`, `/story/merge`), and the words that may follow it. */
interface Place {
  readonly place: string
  readonly words: readonly string[]
}

/** Every visible command and its words, from the program itself: the one table all shells are written from. */
export function placesOf(command: Command, place = ''): readonly Place[] {
  const visible = command.createHelp().visibleCommands(command)
  const options = command.createHelp().visibleOptions(command)
  const words = [
    ...visible.map((child) => child.name()),
    ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    ...options.flatMap(({ long, argChoices }) => [...(long ? [long] : []), ...(argChoices ?? [])]),
  ]
  const children = visible.filter((child) => child.name() !== 'help')
  return [
    { place, words },
    ...children.flatMap((child) => placesOf(child, `${place}/${child.name()}`)),
  ]
}

/** Walks the words before the cursor to the command they name. */
const walk = (places: readonly Place[]) => {
  const named = places.flatMap(({ place }) => place || [])
  return `case "$place/$word" in ${named.join('|')}) place="$place/$word" ;; esac`
}

const answers = (places: readonly Place[], answer: (words: string) => string) =>
  places.map(({ place, words }) => `    '${place}') ${answer(words.join(' '))} ;;`).join('\n')

const scripts = {
  bash: (places: readonly Place[]) => `_wirefold() {
  local current="\${COMP_WORDS[COMP_CWORD]}" place='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    ${walk(places)}
  done
  case "$place" in
${answers(places, (words) => `COMPREPLY=($(compgen -W '${words}' -- "$current"))`)}
  esac
}
complete -o default -F _wirefold wirefold`,

  zsh: (places: readonly Place[]) => `#compdef wirefold
_wirefold() {
  local place='' word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    ${walk(places)}
  done
  case "$place" in
${answers(places, (words) => `compadd -- ${words}`)}
  esac
  _files
}
compdef _wirefold wirefold`,

  fish: (places: readonly Place[]) => `function __wirefold_place
  set -l place ''
  for word in (commandline -opc)[2..-1]
    switch "$place/$word"
      case ${places.flatMap(({ place }) => place || []).join(' ')}
        set place "$place/$word"
    end
  end
  echo "$place"
end
${places
  .map(
    ({ place, words }) =>
      `complete -c wirefold -n 'test (__wirefold_place) = "${place}"' -a '${words.join(' ')}'`,
  )
  .join('\n')}`,
} as const satisfies Record<string, (places: readonly Place[]) => string>

export type Shell = keyof typeof scripts

/** Names of the shells that can be helped. */
export const shells = Object.keys(scripts) as Shell[]

/** The script that teaches a shell the commands and options of the program. */
export function completionScript(program: Command, shell: Shell): string {
  return scripts[shell](placesOf(program))
}

/** Adds `wirefold completion`. */
export function addCompletionCommand(program: Command): void {
  program
    .command('completion')
    .description('teach a shell the commands: eval "$(wirefold completion bash)"')
    .addArgument(new Argument('<shell>', 'shell to write for').choices(shells))
    .action((shell: Shell) => say(completionScript(program, shell)))
}
