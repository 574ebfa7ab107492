import type { Statement } from '../policies/policyDocument.ts';
import type { Managed } from './managed.ts';

/** What a network is made of. Nothing here starts a machine, joins networks of others or opens one to another account. */
const made = [
  'AllocateAddress',
  'AssociateRouteTable',
  'AttachInternetGateway',
  'AuthorizeSecurityGroup*',
  'CreateFlowLogs',
  'CreateInternetGateway',
  'CreateNatGateway',
  'CreateRoute',
  'CreateRouteTable',
  'CreateSecurityGroup',
  'CreateSubnet',
  'CreateTags',
  'CreateVpc',
  'CreateVpcEndpoint',
  'Describe*',
  'DisassociateAddress',
  'DisassociateRouteTable',
  'ModifySecurityGroupRules',
  'ModifySubnetAttribute',
  'ModifyVpcAttribute',
  'ModifyVpcEndpoint',
  'ReplaceRoute',
  'ReplaceRouteTableAssociation',
  // The default group of a network, which has no tag yet, lets everything out until then.
  'RevokeSecurityGroup*',
];
/** What goes: by its tag alone, so that what has none stays. */
const gone = [
  'DeleteFlowLogs',
  'DeleteInternetGateway',
  'DeleteNatGateway',
  'DeleteRoute',
  'DeleteRouteTable',
  'DeleteSecurityGroup',
  'DeleteSubnet',
  'DeleteTags',
  'DeleteVpc',
  'DeleteVpcEndpoints',
  'DetachInternetGateway',
  'ReleaseAddress',
];
/** The way to the company network, and the way of people to a console. */
const joined = {
  institute: ['CreateTransitGatewayVpcAttachment', 'ModifyTransitGatewayVpcAttachment'],
  exchange: ['*ClientVpn*'],
};
const parted = { institute: ['DeleteTransitGatewayVpcAttachment'], exchange: [] as string[] };

const ec2 = (actions: readonly string[]) => actions.map((action) => `ec2:${action}`);
const each = <Value>(kinds: readonly Managed['kind'][], of: Readonly<Record<Managed['kind'], Value[]>>) =>
  [...new Set(kinds)].flatMap((kind) => of[kind]);

/** What whoever deploys environments makes of networks. */
export function networksMade(
  kinds: readonly Managed['kind'][],
  condition: NonNullable<Statement['Condition']>,
): Statement {
  return {
    Sid: 'Networks',
    Effect: 'Allow',
    Action: ec2([...made, ...each(kinds, joined)]),
    Resource: '*',
    Condition: condition,
  };
}

/** What they take away of them. */
export function networksThatGo(
  kinds: readonly Managed['kind'][],
  condition: NonNullable<Statement['Condition']>,
): Statement {
  return {
    Sid: 'NetworksThatGo',
    Effect: 'Allow',
    Action: ec2([...gone, ...each(kinds, parted)]),
    Resource: '*',
    Condition: condition,
  };
}
