import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen(
  {
    Organisation: '@guildhall/prisma/people#Organisation',
    Person: '@guildhall/prisma/people#Person',
    Contact: '@guildhall/prisma/people#Contact',
    Membership: '@guildhall/prisma/people#Membership',
    ApiKey: '@guildhall/prisma/people#ApiKey',
  },
  ['LoginClaims'],
);
