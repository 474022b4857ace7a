import { parse } from 'postcss'
import type { AtRule, Node, Rule } from 'postcss'
import type { Candidate } from '../candidate.ts'
import { isScoped, scopedNames } from '../css/scoped-names.ts'
import { reachOf } from '../css/selector-reach.ts'
import { sourceOf } from '../css/source-of.ts'
import type { Check } from '../refusal.ts'

type Found = { what: string; why: string; fix: string }

/** Styles must match only the release's own elements: several teams share a page. */
export const globalCss: Check = {
  name: 'global-css',
  async run(candidate) {
    const { descriptor } = candidate
    const sheets = Object.keys(descriptor.integrity).filter((file) => /^web\/.*\.css$/.test(file))
    if (sheets.length === 0) return []
    const names = scopedNames(Buffer.from(await candidate.read(descriptor.ssr)).toString())
    const found = await Promise.all(sheets.map((sheet) => strays(candidate, sheet, names)))
    // Style sheets of several exposes may contain the same rule.
    return [...new Map(found.flat().map((it) => [it.problem, it])).values()]
  },
}

async function strays(candidate: Candidate, sheet: string, names: Set<string>) {
  const css = parse(Buffer.from(await candidate.read(sheet)).toString())
  const found: Found[] = []
  css.walk((node) => {
    if (node.type === 'rule' && !isInside(node, isAnimation)) found.push(...ruleStrays(node, names))
    if (node.type === 'atrule') found.push(...atRuleStrays(node, names))
  })
  return found.map(({ what, why, fix }) => ({
    at: sourceOf(candidate, what) ?? sheet,
    problem: `${what} ${why}`,
    fix,
  }))
}

function ruleStrays(rule: Rule, names: Set<string>): Found[] {
  // Rules nested in a scoped rule match below it.
  if (isInside(rule, (node) => node.type === 'rule' && reachesNobodyElse(node, names))) return []
  return rule.selectors
    .filter((selector) => reachOf(selector, names) === 'any')
    .map((what) => ({
      what,
      why: 'styles what other teams render',
      fix: 'Use a class of a .module.css file, in every part of the selector list; theme and tokens are the shell’s.',
    }))
}

const reachesNobodyElse = ({ selectors }: Rule, names: Set<string>) =>
  selectors.every((selector) => reachOf(selector, names) === 'own')

const grouping = new Set(['media', 'supports', 'layer', 'container', 'scope', 'starting-style', 'charset'])
const isAnimation = (node: Node) => node.type === 'atrule' && (node as AtRule).name.endsWith('keyframes')

function atRuleStrays({ name, params, nodes }: AtRule, names: Set<string>): Found[] {
  if (name.endsWith('keyframes')) {
    if (isScoped(params, names)) return []
    return [
      {
        what: `@${name} ${params}`,
        why: 'replaces an animation of the same name of any other team',
        fix: 'Move it into a .module.css file, where its name becomes your own.',
      },
    ]
  }
  if (grouping.has(name)) return []
  const family = nodes?.find((node) => node.type === 'decl' && node.prop === 'font-family')
  return [
    {
      what: `@${name}${params ? ` ${params}` : ''}${family?.type === 'decl' ? ` ${family.value}` : ''}`,
      why: 'holds for the whole page',
      fix: name === 'font-face' ? 'Use the shell’s fonts by their tokens.' : `Leave @${name} to the shell.`,
    },
  ]
}

function isInside(node: Node, matches: (parent: Rule | AtRule) => boolean): boolean {
  for (let parent = node.parent; parent && parent.type !== 'root'; parent = parent.parent as typeof parent)
    if ((parent.type === 'rule' || parent.type === 'atrule') && matches(parent as Rule | AtRule)) return true
  return false
}
