import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('people', {
  models: ['Organisation', 'Person', 'Contact', 'Membership', 'ApiKey'],
  mappers: { Flag: './services/changesOfFlaggedPerson.ts#FlagReference' },
  plainTypes: ['ApiKey', 'Contact', 'LoginClaims', 'PersonChange'],
});
