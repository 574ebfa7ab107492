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
const parted = { institute: ['DeleteTransitGatewayVpcAttachment'], exchange: [] };

/** What whoever deploys environments does to their networks. */
export function networkStatements(
  environments: readonly Managed[],
  here: Statement['Condition'],
  own: Statement['Condition'],
): Statement[] {
  const kinds = [...new Set(environments.map(({ kind }) => kind))];
  const ec2 = (actions: readonly string[]) => actions.map((action) => `ec2:${action}`);
  return [
    {
      Sid: 'Networks',
      Effect: 'Allow',
      Action: ec2([...made, ...kinds.flatMap((kind) => joined[kind])]),
      Resource: '*',
      Condition: here,
    },
    {
      Sid: 'NetworksThatGo',
      Effect: 'Allow',
      Action: ec2([...gone, ...kinds.flatMap((kind) => parted[kind])]),
      Resource: '*',
      Condition: { ...here, ...own },
    },
  ];
}
