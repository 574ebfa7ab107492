import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('people', {
  models: ['Organisation', 'Person', 'Contact', 'Membership', 'ApiKey'],
  plainTypes: ['ApiKey', 'Contact', 'LoginClaims'],
});
