import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('people', {
  models: ['Organisation', 'Person', 'Contact', 'Membership', 'ApiKey'],
  mappers: {
    Flag: './flagReference.ts#FlagReference as FlagReferenceValue',
  },
  plainTypes: ['ApiKey', 'Contact', 'LoginClaims', 'PersonChange'],
});
