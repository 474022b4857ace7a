export type ShellName = 'bash' | 'zsh' | 'fish'

/**
 * Returns a script that registers the completion of `mall` in a shell, and defines it as a function if there is no such
 * command. `command` is the command line that runs it.
 */
export function scriptFor(shell: ShellName, command: string[]): string {
  const quoted = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
  return scripts[shell](quoted)
}

const scripts: Record<ShellName, (command: string) => string> = {
  bash: (command) => `command -v mall >/dev/null || mall() { ${command} "$@"; }
_mall() {
  local IFS=$'\\n'
  COMPREPLY=($(mall __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _mall mall`,
  zsh: (command) => `(( $+commands[mall] )) || mall() { ${command} "$@" }
_mall() {
  local -a found
  found=("\${(@f)$(mall __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a found
}
compdef _mall mall`,
  fish: (command) => `type -q mall; or function mall; ${command} $argv; end
complete -c mall -f -a '(mall __complete -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'`,
}
