import { subgraphCodegen } from '@guildhall/kit/codegen';

export default subgraphCodegen('workshops', {
  models: ['Workshop'],
  references: ['Organisation'],
});
