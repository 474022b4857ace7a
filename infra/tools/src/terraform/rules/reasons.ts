/** Why something may break a rule. */
type Reason = {
  rule: string
  /** What may: addresses without instances' keys, followed by the name of a statement. */
  of: RegExp
  because: string
}

/** Each must be in use. */
export const reasons: Reason[] = [
  {
    rule: 'every action is named',
    of: /\.keys\..* AccountGrantsByIam$|\.aws_kms_key\.\w+ Account$/,
    because:
      'A key that its account cannot administer can never be changed; roles still need a right of their own',
  },
  {
    rule: 'every resource is named',
    of: /\.keys\..* (AccountGrantsByIam|LogGroups|OthersVerify)$|\.aws_kms_key\.\w+ \w+$/,
    because: 'In the policy of a key * is this key',
  },
  {
    rule: 'every action is named',
    of: /\.keys\..* LogGroups$/,
    because: 'CloudWatch Logs asks for each action in several forms',
  },
  {
    rule: 'every action is named',
    of: /\.search\.(data\.aws_iam_policy_document\.access|aws_opensearch_domain\.this)$/,
    because: 'Methods of HTTP; what a user may do is decided by its role in OpenSearch',
  },
  {
    rule: 'no statement lets everybody in',
    of: /\.search\.(data\.aws_iam_policy_document\.access|aws_opensearch_domain\.this)$/,
    because: 'The domain has no public address, and each request names a user',
  },
  {
    rule: 'every resource is named',
    of: /\.autoscaling\..* Describe$|\.identity\..*\.controller Describe$/,
    because: 'AWS knows no resources for descriptions',
  },
  {
    rule: 'every resource is named',
    of: /\.(teams|identity|ml|pipeline)\..* SignIn$/,
    because: 'AWS knows no resource for the token with which one signs in to the registry',
  },
  {
    rule: 'every resource is named',
    of: /\.identity\..*\.controller SendTraces$/,
    because: 'AWS knows no resources for traces',
  },
  {
    rule: 'every resource is named',
    of: /\.identity\..*\.controller VerifySignatures$/,
    because: 'Another account’s key, which is named by its alias in the condition',
  },
  {
    rule: 'every resource is named',
    of: /\.autoscaling\..* (StartFrom|StartOwn|NameOwn|EndOwn)$/,
    because:
      'Instances have no names before they are started; own ones are known by the tag in the condition',
  },
  {
    rule: 'data is encrypted where it lies',
    of: /\.edge\.aws_cloudwatch_log_group\.firewall$/,
    because: 'It stands in another region, where the mall has no key: CloudWatch encrypts it with its own',
  },
  {
    rule: 'every queue has a dead-letter queue or is one',
    of: /\.autoscaling\.aws_sqs_queue\.interruptions$/,
    because: 'An announcement is worth nothing after five minutes',
  },
]
