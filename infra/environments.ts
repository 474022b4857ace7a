/** The environments of the mall, each in an AWS account of its own, and all in which their manifests differ. */
export const environments = {
  dev: {
    account: '111111111111',
    domain: 'dev.mall.example',
    provider: 'https://sandbox.payments.example',
    /** Of a hundred traces that begin here, how many are kept. */
    tracesPerHundred: 100,
    /** Every part has one process, and new versions are not tried on a share of requests first. */
    single: true,
  },
  staging: {
    account: '222222222222',
    domain: 'staging.mall.example',
    provider: 'https://sandbox.payments.example',
    tracesPerHundred: 100,
    single: false,
  },
  production: {
    account: '333333333333',
    domain: 'mall.example',
    provider: 'https://api.payments.example',
    tracesPerHundred: 5,
    single: false,
  },
} as const satisfies Record<string, Environment>

export type EnvironmentName = keyof typeof environments

export interface Environment {
  account: string
  domain: string
  /** The payment provider. */
  provider: string
  tracesPerHundred: number
  single: boolean
}

export const region = 'eu-central-1'
/** The network of every environment: all of it, the subnets of NAT gateways, of its load balancers, of its engines. */
export const network = {
  all: '10.40.0.0/16',
  public: '10.40.4.0/22',
  loadBalancers: '10.40.0.0/22',
  data: '10.40.16.0/22',
} as const
/** The addresses that EKS gives Services. */
export const serviceAddresses = '172.20.0.0/16'
/** The registry whose images all environments run. */
export const registry = `${environments.production.account}.dkr.ecr.${region}.amazonaws.com`
/** What Argo CD follows. */
export const repository = 'https://github.com/mallhive/mallhive.git'
