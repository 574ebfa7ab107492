import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('people', {
  models: ['Organisation', 'Person', 'Contact', 'Membership', 'ApiKey'],
  mappers: {
    Flag: './flagReference.ts#FlagReference as FlagReferenceValue',
    HistoryEntry: '@guildhall/kit/history#HistoryRow',
  },
  plainTypes: ['ApiKey', 'Contact', 'HistoryChange', 'LoginClaims', 'PersonChange'],
});
