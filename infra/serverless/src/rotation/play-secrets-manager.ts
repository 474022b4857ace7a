import type { SecretsManager } from '../secrets/secrets-manager.ts'

type Version = { stages: string[]; text?: string }

/** Plays Secrets Manager, as far as a rotation asks it: a secret with one current version. */
export function playSecretsManager(current: object) {
  const versions = new Map<string, Version>([
    ['v0', { stages: ['AWSCURRENT'], text: JSON.stringify(current) }],
  ])
  const missing = () => new Error('GetSecretValue is answered 400 ResourceNotFoundException')
  const ask: SecretsManager = async (operation, input) => {
    const asked = input as Record<string, string> & { VersionStages?: string[] }
    if (operation === 'DescribeSecret')
      return { VersionIdsToStages: Object.fromEntries([...versions].map(([id, it]) => [id, it.stages])) }
    if (operation === 'GetSecretValue') {
      const [id, version] =
        [...versions].find(
          ([each, { stages }]) =>
            stages.includes(asked['VersionStage'] ?? 'AWSCURRENT') && (asked['VersionId'] ?? each) === each,
        ) ?? []
      if (version?.text === undefined) throw missing()
      return { VersionId: id, SecretString: version.text }
    }
    if (operation === 'PutSecretValue') {
      const known = versions.get(asked['ClientRequestToken'] ?? '')
      if (known?.text !== undefined) throw new Error('ResourceExistsException')
      versions.set(asked['ClientRequestToken'] ?? '', {
        stages: asked.VersionStages ?? [],
        text: asked['SecretString'] ?? '',
      })
      return {}
    }
    if (operation !== 'UpdateSecretVersionStage') throw new Error(`no ${operation}`)
    for (const version of versions.values())
      version.stages = version.stages.filter((stage) => stage !== asked['VersionStage'])
    versions.get(asked['MoveToVersionId'] ?? '')?.stages.push(asked['VersionStage'] ?? '')
    return {}
  }
  return {
    ask,
    /** RotateSecret: a version without a value. */
    begin: (id: string) => void versions.set(id, { stages: ['AWSPENDING'] }),
    change: (text: object) => void (versions.get('v0')!.text = JSON.stringify(text)),
    valueOf: (stage: string): Record<string, string> => {
      const found = [...versions.values()].find(({ stages }) => stages.includes(stage))
      return JSON.parse(found?.text ?? '{}')
    },
  }
}
