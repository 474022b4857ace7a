import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { infraDir } from '../paths.ts'

export type GitFolder = {
  url: string
  /** Where its files of infra/ lie. */
  infra: string
  /** Changes files below infra/ by their path, commits and pushes; returns the commit. */
  commit: (message: string, edit: (file: GitFiles) => void) => string
  revert: () => string
  head: () => string
}

export type GitFiles = {
  read: (path: string) => string
  write: (path: string, text: string) => void
}

const folders = ['kubernetes', 'argocd', 'policies', 'mesh', 'observability']

/** Makes a repository with what Argo CD reads of this one, each text changed by `adapt`, because addresses differ here. */
export function gitFolder(dir: string, adapt: (text: string, url: string) => string): GitFolder {
  const [bare, work] = [join(dir, 'mall.git'), join(dir, 'mall')]
  const url = `file://${bare}`
  mkdirSync(join(work, 'infra'), { recursive: true })
  const identity = ['-c', 'user.name=release', '-c', 'user.email=release@mall.example']
  const git = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: work, encoding: 'utf8', stdio: 'pipe' }).trim()
  const files: GitFiles = {
    read: (path) => readFileSync(join(work, 'infra', path), 'utf8'),
    write: (path, text) => writeFileSync(join(work, 'infra', path), text),
  }
  const push = () => {
    git('push', '--quiet', 'origin', 'main')
    return git('rev-parse', 'HEAD')
  }
  const commit: GitFolder['commit'] = (message, edit) => {
    edit(files)
    git('add', '--all')
    git('commit', '--quiet', '--message', message)
    return push()
  }
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare])
  git('init', '--quiet', '--initial-branch=main')
  git('remote', 'add', 'origin', bare)
  for (const folder of folders.filter((name) => existsSync(join(infraDir, name))))
    cpSync(join(infraDir, folder), join(work, 'infra', folder), { recursive: true })
  commit('the mall', ({ read, write }) => {
    for (const path of globSync('**/*.{yaml,json}', { cwd: join(work, 'infra') }))
      write(path, adapt(read(path), url))
  })
  return {
    url,
    infra: join(work, 'infra'),
    commit,
    head: () => git('rev-parse', 'HEAD'),
    revert() {
      git('revert', '--no-edit', 'HEAD')
      return push()
    },
  }
}
