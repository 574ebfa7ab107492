import { Wafv2WebAclAssociation } from '@cdktn/provider-aws/lib/wafv2-web-acl-association/index.js';
import { Wafv2WebAclLoggingConfiguration } from '@cdktn/provider-aws/lib/wafv2-web-acl-logging-configuration/index.js';
import { Wafv2WebAcl } from '@cdktn/provider-aws/lib/wafv2-web-acl/index.js';
import { Construct } from 'constructs';
import type { Balancer } from './balancer.ts';
import type { Keys } from './keys.ts';
import { LogGroup } from './logGroup.ts';
import type { Site } from './site.ts';

/** The most requests of one address in five minutes; a viewer has the gateway's own limit besides. */
const requestsOfAnAddress = 6000;

/** AWS's lists of known attacks, and rules of them that would refuse what is meant to come. */
const lists: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesAmazonIpReputationList: [],
  // Operations are larger than 8 KB at times; the gateway has a limit of its own.
  AWSManagedRulesCommonRuleSet: ['SizeRestrictions_BODY'],
  AWSManagedRulesKnownBadInputsRuleSet: [],
};

/** What a public balancer refuses before anything of ours is asked. */
export class Firewall extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { site, keys, balancer, name }: { site: Site; keys: Keys; balancer: Balancer; name: string },
  ) {
    super(scope, id);
    const fullName = `guildhall-${site.environment}-${name}`;
    // Samples would keep paths and headers that logs leave out.
    const measured = (metricName: string) => ({
      metricName,
      cloudwatchMetricsEnabled: true,
      sampledRequestsEnabled: false,
    });
    const acl = new Wafv2WebAcl(this, 'acl', {
      name: fullName,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: measured(fullName),
      rule: [
        {
          name: 'rate',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: {
            rateBasedStatement: {
              limit: requestsOfAnAddress,
              aggregateKeyType: 'IP',
              evaluationWindowSec: 300,
            },
          },
          visibilityConfig: measured('rate'),
        },
        ...Object.entries(lists).map(([list, countOnly], index) => ({
          name: list,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: list,
              ruleActionOverride: countOnly.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
            },
          },
          visibilityConfig: measured(list),
        })),
      ],
    });
    new Wafv2WebAclAssociation(this, 'association', { resourceArn: balancer.arn, webAclArn: acl.arn });
    const log = new LogGroup(this, 'log', { site, keys, name: `aws-waf-logs-${fullName}` });
    new Wafv2WebAclLoggingConfiguration(this, 'logging', {
      resourceArn: acl.arn,
      logDestinationConfigs: [log.arn],
      redactedFields: [
        { uriPath: {} },
        { queryString: {} },
        { singleHeader: { name: 'authorization' } },
        { singleHeader: { name: 'cookie' } },
      ],
    });
  }
}
